package org.circlekeeper.portal.papers;

import org.circlekeeper.finance.PaperEstimates;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.intake.PaperSettled;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Sheets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What papers say of money is known where money is kept: the estimate that was signed, and whether a plan is to be
 * billed. What stands on a sheet that was signed with ink is written down by whoever gave it.
 */
@Component
class MoneyPapers {

    private static final FormId CARD = new FormId("insurance-card");
    private static final String BILL = "bill";

    private final PaperEstimates estimates;
    private final Sheets sheets;

    MoneyPapers(PaperEstimates estimates, Sheets sheets) {
        this.estimates = estimates;
        this.sheets = sheets;
    }

    @EventListener
    void moved(PaperSettled event) {
        boolean settled = event.status() == PaperStatus.DONE || event.status() == PaperStatus.SIGNED;
        if (settled && event.form().equals(OwnPapers.ESTIMATE)) {
            estimates.given(event.patient(), event.by());
        } else if (settled && event.form().equals(CARD)) {
            sheets.of(event.paper())
                    .flatMap(sheet -> sheet.answers().value(BILL))
                    .ifPresent(bill -> estimates.said(event.patient(), bill.equals("true"), event.by()));
        }
    }
}
