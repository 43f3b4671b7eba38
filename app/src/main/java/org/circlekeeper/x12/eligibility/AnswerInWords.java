package org.circlekeeper.x12.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.NamedParty;

/** An answer and what it says of group therapy, in sentences. */
public final class AnswerInWords {

    private AnswerInWords() {}

    /** Whose answer it is, what it says of the plan and of group therapy, and every message, in that order. */
    public static List<String> of(EligibilityAnswer answer, GroupTherapyBenefit benefit) {
        List<String> sentences = new ArrayList<>();
        var payer = answer.payer().nameOrId().isEmpty()
                ? "The payer"
                : answer.payer().nameOrId();
        sentences.add(payer + " answers about " + who(answer) + ": " + status(benefit.status()) + ".");
        answer.rejections().forEach(rejection -> sentences.add(rejection(rejection)));
        if (benefit.status() == EligibilityStatus.REJECTED) {
            return sentences;
        }
        days(answer, sentences);
        sentences.add(covered(benefit));
        amounts(benefit, sentences);
        visits(benefit, sentences);
        sentences.add(authorization(benefit));
        answer.benefits().stream()
                .flatMap(row -> row.messages().stream())
                .distinct()
                .forEach(message -> sentences.add("The payer notes: " + message + "."));
        return sentences;
    }

    private static String who(EligibilityAnswer answer) {
        var person = answer.person();
        if (person == null) {
            return "nobody by name";
        }
        var name = person.name().name().isEmpty()
                ? "somebody without a name"
                : person.name().name();
        var id = answer.memberId();
        return name + (id.isEmpty() ? "" : ", member id " + id);
    }

    private static String status(EligibilityStatus status) {
        return switch (status) {
            case ACTIVE -> "the plan is active";
            case INACTIVE -> "the plan is not active";
            case REJECTED -> "the question was not answered";
            case UNKNOWN -> "whether the plan is active is not certain";
        };
    }

    private static String rejection(Rejection rejection) {
        var followUp = EligibilityWords.followUp(rejection.followUp());
        return "It was refused in loop " + rejection.level() + ": " + EligibilityWords.reason(rejection.code()) + "."
                + (followUp.isEmpty() ? "" : " " + followUp + ".");
    }

    private static void days(EligibilityAnswer answer, List<String> sentences) {
        var begins = answer.planBegins();
        var ends = answer.planEnds();
        if (begins != null) {
            sentences.add("The plan began on " + EligibilityWords.day(begins) + ".");
        }
        if (ends != null) {
            sentences.add("The plan ends on " + EligibilityWords.day(ends) + ".");
        }
    }

    private static String covered(GroupTherapyBenefit benefit) {
        var word = benefit.covered().value() == null
                ? Covered.UNKNOWN
                : benefit.covered().value();
        var sentence = switch (word) {
            case YES -> "Group therapy is covered.";
            case NO -> "Group therapy is not covered.";
            case UNKNOWN -> "Whether group therapy is covered is not said: ask.";
            case AMBIGUOUS -> "The payer says more than one thing of group therapy: ask, with the rows at hand.";
        };
        var carveOut = benefit.carveOut();
        return carveOut == null ? sentence : sentence + " " + carveOut(carveOut);
    }

    private static String carveOut(NamedParty payer) {
        if (payer.nameOrId().isEmpty()) {
            return "Mental health is with another payer, which is not named.";
        }
        var id = payer.id().isEmpty() || payer.name().isEmpty() ? "" : ", payer id " + payer.id();
        return "Mental health is with another payer: " + payer.nameOrId() + id + ".";
    }

    private static void amounts(GroupTherapyBenefit benefit, List<String> sentences) {
        if (benefit.copay().value() != null) {
            sentences.add("The copay of a visit is " + benefit.copay().value() + ".");
        }
        if (benefit.coinsurancePercent().value() != null) {
            sentences.add("The member's share of a visit is "
                    + benefit.coinsurancePercent().value().toPlainString() + " percent.");
        }
        if (benefit.deductibleLeft().value() != null) {
            sentences.add("Of the deductible " + benefit.deductibleLeft().value() + " is left.");
        }
        if (benefit.copay().isContradictory() || benefit.coinsurancePercent().isContradictory()) {
            sentences.add("The payer tells more than one amount for a visit.");
        }
    }

    private static void visits(GroupTherapyBenefit benefit, List<String> sentences) {
        var total = benefit.visitsTotal().value();
        var left = benefit.visitsLeft().value();
        if (total != null && left != null) {
            sentences.add("Of " + total + " visits " + left + (left == 1 ? " is" : " are") + " left.");
        } else if (total != null) {
            sentences.add("The plan pays for " + total + (total == 1 ? " visit." : " visits."));
        } else if (left != null) {
            sentences.add(left + (left == 1 ? " visit is left." : " visits are left."));
        }
    }

    private static String authorization(GroupTherapyBenefit benefit) {
        var need = benefit.authorization().value() == null
                ? AuthorizationNeed.UNKNOWN
                : benefit.authorization().value();
        return switch (need) {
            case YES -> "An authorization is needed beforehand.";
            case NO -> "No authorization is needed.";
            case UNKNOWN -> "Whether an authorization is needed is not said: ask.";
            case ASK -> "An authorization may be needed: ask before the first visit.";
        };
    }
}
