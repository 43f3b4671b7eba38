package org.circlekeeper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Examines this installation, and says what mends each problem. */
@Command(name = "doctor", description = "Examine this installation, and say what mends each problem.")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    /** One thing that was looked at; {@code remedy} is empty when all is well. */
    record Check(int number, String what, boolean fine, String found, String remedy) {}

    @Override
    public Integer call() {
        var checks = new ArrayList<Check>();
        Examination.machine(checks);
        try (var desk = Desk.open(common)) {
            Examination.program(checks, desk);
        } catch (Refusal refused) {
            checks.add(new Check(
                    checks.size() + 1,
                    "database",
                    false,
                    refused.sentence(),
                    "See the sentence above on stderr: it says what to do."));
        }
        common.answer().say(checks, words(checks));
        return checks.stream().allMatch(Check::fine) ? 0 : 1;
    }

    private static List<String> words(List<Check> checks) {
        var words = new ArrayList<String>();
        for (var check : checks) {
            words.add(check.number() + ". " + (check.fine() ? "fine" : "NOT FINE") + "  " + check.what() + ": "
                    + check.found());
            if (!check.fine()) {
                words.add("   " + check.remedy());
            }
        }
        return words;
    }
}
