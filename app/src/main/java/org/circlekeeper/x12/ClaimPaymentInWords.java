package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what became of one claim of a payment. */
final class ClaimPaymentInWords {

    private ClaimPaymentInWords() {}

    static String sentence(ClaimPayment claim) {
        var sentence = new StringBuilder("Claim ").append(claim.claimNumber()).append(", ");
        sentence.append(Codes.words("CLP02", claim.status())).append(": ");
        sentence.append(money(claim.charge()))
                .append(" charged, ")
                .append(money(claim.paid()))
                .append(" paid, ");
        sentence.append(money(claim.patientOwes())).append(" for the patient to pay");
        var reasons = reasons(claim);
        if (!reasons.isEmpty()) {
            sentence.append("; ").append(String.join("; ", reasons));
        }
        return sentence.append('.').toString();
    }

    private static List<String> reasons(ClaimPayment claim) {
        List<String> reasons = new ArrayList<>();
        claim.allAdjustments()
                .forEach(adjustment -> reasons.add(money(adjustment.amount()) + " " + adjustment.group() + "-"
                        + adjustment.reason() + " " + Codes.words("CAS02", adjustment.reason())));
        Stream.concat(
                        claim.remarks().stream(),
                        claim.services().stream().flatMap(service -> service.remarks().stream()))
                .distinct()
                .forEach(remark -> reasons.add("remark " + remark + " " + Codes.words("LQ02", remark)));
        if (!claim.forwardedTo().isEmpty()) {
            reasons.add("forwarded to " + claim.forwardedTo());
        }
        return reasons;
    }

    private static String money(@Nullable Money amount) {
        return amount == null ? "no amount" : amount.toString();
    }
}
