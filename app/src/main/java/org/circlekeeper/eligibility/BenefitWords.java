package org.circlekeeper.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.frame.Words;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;

/** Short words for what a payer says, as lists and forms have them. */
public final class BenefitWords {

    private BenefitWords() {}

    public static String status(EligibilityStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case INACTIVE -> "not active";
            case REJECTED -> "not answered";
            case UNKNOWN -> "not certain";
        };
    }

    public static String covered(Covered covered) {
        return switch (covered) {
            case YES -> "covered";
            case NO -> "not covered";
            case UNKNOWN -> "not told: ask";
            case AMBIGUOUS -> "ambiguous: ask";
        };
    }

    public static String authorization(AuthorizationNeed need) {
        return switch (need) {
            case YES -> "needed";
            case NO -> "not needed";
            case UNKNOWN -> "not told";
            case ASK -> "perhaps: ask";
        };
    }

    /** EB12 in words. */
    public static String network(String code) {
        return switch (code) {
            case "Y" -> "in the network";
            case "N" -> "outside of the network";
            case "W" -> "in or outside of the network";
            default -> "not told";
        };
    }

    /** {@code 3 of 20 left}; what is not told is left out. */
    public static String visits(Benefits benefits) {
        var total = benefits.visitsTotal();
        var left = benefits.visitsLeft();
        if (left != null) {
            return total == null ? left + " left" : left + " of " + total + " left";
        }
        return total == null ? "no limit told" : total + " a year";
    }

    /** What a member pays for a visit: {@code $25.00}, {@code 20 %}, {@code $25.00 and 20 %}. */
    public static String share(Benefits benefits) {
        var parts = new ArrayList<String>();
        if (benefits.copay() != null) {
            parts.add(benefits.copay().toString());
        }
        if (benefits.coinsurancePercent() != null) {
            parts.add(benefits.coinsurancePercent().stripTrailingZeros().toPlainString() + " %");
        }
        return parts.isEmpty() ? "not told" : Words.list(parts);
    }

    /** The whole in sentences, as a person heard it. */
    static List<String> sentences(Benefits benefits) {
        var sentences = new ArrayList<String>();
        sentences.add("The plan is " + status(benefits.status()) + ".");
        sentences.add("Group therapy is " + covered(benefits.covered()) + ".");
        if (benefits.carveOut() != null) {
            sentences.add("Mental health is with " + benefits.carveOut().inWords() + ".");
        }
        if (benefits.copay() != null || benefits.coinsurancePercent() != null) {
            sentences.add("The member pays " + share(benefits) + " of a visit.");
        }
        if (benefits.deductibleLeft() != null) {
            sentences.add("Of the deductible " + benefits.deductibleLeft() + " is left.");
        }
        if (benefits.visitsTotal() != null || benefits.visitsLeft() != null) {
            sentences.add("Visits: " + visits(benefits) + ".");
        }
        sentences.add("An authorization is " + authorization(benefits.authorization()) + ".");
        if (benefits.planEnds() != null) {
            sentences.add("The plan ends on " + Words.day(benefits.planEnds()) + ".");
        }
        return List.copyOf(sentences);
    }
}
