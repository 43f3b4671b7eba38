package org.circlekeeper.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.frame.Words;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.jspecify.annotations.Nullable;

/** What is to be asked of a payer about one member, sentence by sentence, as it is said on the phone. Pure. */
public final class OpenQuestions {

    private OpenQuestions() {}

    /** Everything when nothing is known; of an answer that leaves something open, that. */
    public static List<String> of(Listed line) {
        var latest = line.latest();
        var benefits = latest == null || !latest.answer().isGoodOn(line.day())
                ? null
                : latest.answer().benefits();
        var questions = new ArrayList<String>();
        plan(line, benefits, questions);
        amounts(benefits, questions);
        if (benefits == null || benefits.visitsTotal() == null) {
            questions.add("Is there a limit of visits in a year, and how many are left?");
        }
        if (benefits == null || isOpen(benefits.authorization())) {
            questions.add("Is an authorization needed for 90853? If so, how is it asked for?");
        }
        if (benefits == null) {
            questions.add("Does another company administer mental health? If so, which, under which payer id?");
            questions.add("From which day on does the plan count visits and deductible anew?");
        }
        questions.add("What is the reference number of this call, and who am I speaking with?");
        return List.copyOf(questions);
    }

    private static void plan(Listed line, @Nullable Benefits benefits, List<String> questions) {
        if (benefits == null) {
            questions.add("Is the plan active on " + Words.day(line.day()) + "?");
        }
        if (benefits != null && benefits.carveOut() != null) {
            questions.add("Mental health is with " + benefits.carveOut().inWords()
                    + ". Is the member's plan active there on " + Words.day(line.day()) + "?");
        }
        if (benefits == null || benefits.covered() == Covered.UNKNOWN || benefits.carveOut() != null) {
            questions.add("Is outpatient group psychotherapy, 90853, covered at this practice?");
        } else if (benefits.covered() == Covered.AMBIGUOUS) {
            questions.add("The electronic answer says more than one thing of group psychotherapy, 90853."
                    + " Which holds at this practice?");
        }
    }

    private static void amounts(@Nullable Benefits benefits, List<String> questions) {
        if (benefits == null || benefits.copay() == null && benefits.coinsurancePercent() == null) {
            questions.add("What does the member pay for one visit of a group: a copay, or a share in percent?");
        }
        if (benefits == null || benefits.deductibleLeft() == null) {
            questions.add("How much of the deductible is left?");
        }
    }

    private static boolean isOpen(AuthorizationNeed need) {
        return need == AuthorizationNeed.ASK || need == AuthorizationNeed.UNKNOWN;
    }
}
