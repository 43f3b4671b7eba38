package org.circlekeeper.x12.eligibility;

import java.util.List;
import java.util.function.Predicate;

/** Whether a person has the plan at all, by the payer's own word. */
public enum EligibilityStatus {
    ACTIVE,
    INACTIVE,
    /** The question was not answered: nothing is known. */
    REJECTED,
    /** Answered without a word on it, or with two. */
    UNKNOWN;

    /** EB01 1 to 5; EB01 6 to 8. */
    private static final String ACTIVE_KINDS = "12345";

    private static final String INACTIVE_KINDS = "678";

    /** Rows about the plan as a whole speak first; without any, whatever rows there are. */
    static EligibilityStatus of(EligibilityAnswer answer) {
        boolean failed = answer.rejections().stream().anyMatch(rejection -> !rejection.isOfOneBenefit());
        var told = answer.benefits().stream()
                .filter(row -> isActive(row) || isInactive(row))
                .toList();
        if (failed || (told.isEmpty() && !answer.rejections().isEmpty())) {
            return REJECTED;
        }
        var ofPlan = told.stream().filter(Services::isWholePlan).toList();
        var said = ofPlan.isEmpty() ? ofParts(told) : ofPlan(ofPlan, answer);
        return said == ACTIVE && !isInForce(answer) ? UNKNOWN : said;
    }

    /** Who calls a plan active whose days are over, or have not begun, says two things. */
    private static boolean isInForce(EligibilityAnswer answer) {
        var day = answer.askedAbout();
        return day == null || answer.isInForce(day);
    }

    static boolean isActive(Benefit row) {
        return isOneOf(ACTIVE_KINDS, row);
    }

    static boolean isInactive(Benefit row) {
        return isOneOf(INACTIVE_KINDS, row);
    }

    private static boolean isOneOf(String kinds, Benefit row) {
        return row.kind().length() == 1 && kinds.contains(row.kind());
    }

    /** A plan that was left and the one that followed it may stand side by side, each with its days. */
    private static EligibilityStatus ofPlan(List<Benefit> rows, EligibilityAnswer answer) {
        var day = answer.answeredOn();
        var standing = day == null
                ? rows
                : rows.stream().filter(row -> BenefitDays.include(row, day)).toList();
        var decisive =
                any(rows, EligibilityStatus::isActive) && any(rows, EligibilityStatus::isInactive) ? standing : rows;
        boolean active = any(decisive, EligibilityStatus::isActive);
        boolean inactive = any(decisive, EligibilityStatus::isInactive);
        if (active == inactive) {
            return UNKNOWN;
        }
        return active ? ACTIVE : INACTIVE;
    }

    private static EligibilityStatus ofParts(List<Benefit> rows) {
        if (rows.isEmpty()) {
            return UNKNOWN;
        }
        return any(rows, EligibilityStatus::isActive) ? ACTIVE : INACTIVE;
    }

    private static boolean any(List<Benefit> rows, Predicate<Benefit> test) {
        return rows.stream().anyMatch(test);
    }
}
