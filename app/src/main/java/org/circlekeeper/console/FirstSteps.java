package org.circlekeeper.console;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.frame.Words;

/** What a practice that began empty needs before its first claim, in the order in which it is done. Pure. */
public final class FirstSteps {

    private FirstSteps() {}

    /** What is known of the practice so far, each counted. */
    public record Begun(
            long leaders, long payers, long fees, long groups, long seats, long sessions, long closed, long claims) {}

    /**
     * One step.
     *
     * @param where the page on which it is done
     * @param needs who may do it there
     */
    public record FirstStep(String words, String where, Permission needs, boolean done) {}

    /** All steps, or none once there has been a claim. */
    public static List<FirstStep> of(Begun begun) {
        if (begun.claims() > 0) {
            return List.of();
        }
        var steps = new ArrayList<FirstStep>();
        steps.add(new FirstStep(
                "Say who leads groups, with their NPI", "/people", Permission.KEEP_PEOPLE, begun.leaders() > 0));
        steps.add(
                new FirstStep("Add the payers of your members", "/payers", Permission.KEEP_PAYERS, begun.payers() > 0));
        steps.add(
                new FirstStep("Set what a visit costs", "/settings#fees", Permission.KEEP_SETTINGS, begun.fees() > 0));
        steps.add(new FirstStep(
                "Set up a group with its weekly time", "/groups/new", Permission.KEEP_GROUPS, begun.groups() > 0));
        steps.add(new FirstStep(
                "Add its members: a seat, the insurance card, a diagnosis",
                "/patients",
                Permission.KEEP_PATIENTS,
                begun.seats() > 0));
        steps.add(new FirstStep(
                "Let me fill the calendar: I propose it below",
                "/#needs-you",
                Permission.ANSWER_QUESTIONS,
                begun.sessions() > 0));
        if (begun.closed() > 0) {
            steps.add(new FirstStep(
                    "Prepare and release below: " + Words.count(begun.closed(), "closed session", "closed sessions")
                            + " lie here already",
                    "/#needs-you",
                    Permission.ANSWER_QUESTIONS,
                    false));
            return List.copyOf(steps);
        }
        steps.add(new FirstStep(
                "After the first session: say who was there, close the sheet, sign the notes. Its claims follow",
                "/groups",
                Permission.SEE_GROUPS,
                false));
        return List.copyOf(steps);
    }
}
