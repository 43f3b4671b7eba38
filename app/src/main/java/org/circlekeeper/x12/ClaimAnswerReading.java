package org.circlekeeper.x12;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a 277CA or 277 set that is given segment by segment, and hands on what it says: of a batch before its claims,
 * of the claims one at a time.
 */
public final class ClaimAnswerReading {

    /** HL03 of a patient: PT in a 277CA; subscriber or dependent in a 277. */
    private static final Set<String> PATIENTS = Set.of("PT", "22", "23");

    /** HL03 of whoever sent the claims and of a provider: handed on even when it says nothing, as it begins anew. */
    private static final Set<String> ABOVE_CLAIMS = Set.of("21", "19");

    private final Receiver to;
    private String level = "";
    private @Nullable LevelUnderReading above;
    private Segment subscriber = Segment.nothing();
    private Segment patient = Segment.nothing();
    private @Nullable ClaimAnswerUnderReading claim;

    /** What is handed on. */
    public interface Receiver {

        void level(LevelAnswer answer);

        void claim(ClaimAnswer answer);
    }

    public ClaimAnswerReading(Receiver to) {
        this.to = to;
    }

    /** Takes the next segment between ST and SE. */
    public void see(Segment segment) {
        switch (segment.id()) {
            case "HL" -> {
                finish();
                levelBegins(segment.element(3));
            }
            case "TRN" -> {
                if (PATIENTS.contains(level)) {
                    finish();
                    claim = new ClaimAnswerUnderReading(segment, patient, subscriber);
                } else if (above != null) {
                    above.see(segment);
                }
            }
            case "NM1" -> name(segment);
            default -> seeWithin(segment);
        }
    }

    /** SE has been reached. */
    public void end() {
        finish();
    }

    private void levelBegins(String code) {
        level = code;
        patient = Segment.nothing();
        if (!code.equals("23")) {
            subscriber = Segment.nothing();
        }
        above = PATIENTS.contains(code) ? null : new LevelUnderReading(code);
    }

    private void name(Segment nm1) {
        if (nm1.element(1).equals("IL")) {
            subscriber = nm1;
        } else if (nm1.element(1).equals("QC")) {
            patient = nm1;
        }
    }

    /** Some leave out the trace: then a status alone makes a claim of a patient. */
    private void seeWithin(Segment segment) {
        if (claim == null && PATIENTS.contains(level) && segment.is("STC")) {
            claim = new ClaimAnswerUnderReading(Segment.nothing(), patient, subscriber);
        }
        if (claim != null) {
            claim.see(segment);
        } else if (above != null) {
            above.see(segment);
        }
    }

    private void finish() {
        if (claim != null) {
            to.claim(claim.finish());
            claim = null;
        }
        if (above != null) {
            var answer = above.finish();
            above = null;
            boolean says = !answer.statuses().isEmpty() || !answer.trace().isEmpty();
            if (says || ABOVE_CLAIMS.contains(answer.level())) {
                to.level(answer);
            }
        }
    }
}
