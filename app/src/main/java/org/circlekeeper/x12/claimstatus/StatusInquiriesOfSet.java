package org.circlekeeper.x12.claimstatus;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.PatientLevels;
import org.circlekeeper.x12.QualifiedDate;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/** Walks the levels of one 276; each TRN beneath a patient begins a claim. */
final class StatusInquiriesOfSet {

    private final PatientLevels levels = new PatientLevels();
    private String reference = "";
    private @Nullable String trace;
    private String claimNumber = "";
    private String payerClaimNumber = "";
    private @Nullable Money charge;
    private @Nullable QualifiedDate dates;
    private List<String> procedures = new ArrayList<>();
    private long unreadable;

    /** Takes the next segment; returns the question that it ends, if any. */
    @Nullable
    ReadStatusInquiry see(Segment segment) {
        boolean next = segment.is("HL") || (segment.is("TRN") && ofPatient());
        var finished = next ? finish() : null;
        levels.see(segment);
        if (segment.is("BHT")) {
            reference = segment.element(3);
        } else if (segment.is("TRN") && ofPatient()) {
            trace = segment.element(2);
        } else if (trace != null) {
            claim(segment);
        }
        return finished;
    }

    private boolean ofPatient() {
        return levels.level().equals("22") || levels.level().equals("23");
    }

    private void claim(Segment segment) {
        switch (segment.id()) {
            case "REF" -> number(segment);
            case "AMT" -> {
                if (segment.element(1).equals("T3")) {
                    charge = amount(segment.element(2));
                }
            }
            case "DTP" -> dates = dates == null && segment.element(1).equals("472") ? QualifiedDate.of(segment) : dates;
            case "SVC" -> procedures.add(segment.component(1, 2));
            default -> {}
        }
    }

    private void number(Segment ref) {
        switch (ref.element(1)) {
            case "EJ" -> claimNumber = ref.element(2);
            case "1K" -> payerClaimNumber = ref.element(2);
            default -> {}
        }
    }

    private @Nullable Money amount(String text) {
        var money = ReadValues.money(text);
        unreadable += money == null ? 1 : 0;
        return money;
    }

    long unreadable() {
        return unreadable;
    }

    @Nullable
    ReadStatusInquiry finish() {
        if (trace == null) {
            return null;
        }
        var inquiry = new ReadStatusInquiry(
                reference,
                trace,
                levels.payer(),
                levels.receiver(),
                levels.provider(),
                levels.subscriber(),
                levels.dependent(),
                claimNumber,
                payerClaimNumber,
                charge,
                dates,
                procedures);
        trace = null;
        claimNumber = "";
        payerClaimNumber = "";
        charge = null;
        dates = null;
        procedures = new ArrayList<>();
        return inquiry;
    }
}
