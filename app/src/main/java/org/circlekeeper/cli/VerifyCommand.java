package org.circlekeeper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.circlekeeper.access.Permission;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at signatures again, and says what is not as it was when they were signed. */
@Command(name = "verify", description = "Look at signatures again, and say what is not as it was signed.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(
            arity = "0..1",
            paramLabel = "SIGNATURE",
            description = "The number of a signature, as its page and its address say it.")
    @Nullable
    String signature;

    @Option(names = "--all", description = "Every signature of the practice, and the book in which they stand.")
    boolean all;

    @Override
    public Integer call() {
        if (all == (signature != null)) {
            throw Refusal.usage("Name a signature or say --all: circlekeeper verify SIGNATURE");
        }
        var id = signature == null ? null : read(signature);
        try (var desk = Desk.open(common)) {
            var practice = desk.practice(null);
            var actor = desk.actor(practice, Permission.SEE_SIGNATURES);
            desk.note(practice, actor, id == null ? "verified all signatures" : "verified signature " + id);
            var verified = desk.in(practice, () -> verified(desk, id));
            common.answer().say(verified, words(practice, verified));
            return verified.whole() ? 0 : 1;
        }
    }

    /** What looking again answers. */
    record Verified(boolean whole, List<Looked> signatures, List<String> book) {}

    /** One signature: whole, altered or missing, and what differs. */
    record Looked(UUID signature, String verdict, List<String> differs) {

        static Looked at(Verdict verdict) {
            var id = verdict.id().value();
            return switch (verdict) {
                case Verdict.Whole _ -> new Looked(id, "whole", List.of());
                case Verdict.Altered altered -> new Looked(id, "altered", altered.differs());
                case Verdict.Missing _ ->
                    new Looked(id, "missing", List.of("There is no such signature in this practice."));
            };
        }
    }

    private static Verified verified(Desk desk, @Nullable SignatureId id) {
        var signatures = desk.get(Signatures.class);
        if (id != null) {
            var verdict = signatures.verify(id);
            return new Verified(verdict instanceof Verdict.Whole, List.of(Looked.at(verdict)), List.of());
        }
        var looked = signatures.verifyAll();
        return new Verified(
                looked.isWhole(), looked.signatures().stream().map(Looked::at).toList(), looked.book());
    }

    private static List<String> words(Practice practice, Verified verified) {
        var words = new ArrayList<String>();
        long whole = verified.signatures().stream()
                .filter(one -> one.verdict().equals("whole"))
                .count();
        words.add(practice.name() + ": " + Answer.count(whole, "signature is", "signatures are") + " as "
                + (whole == 1 ? "it was" : "they were") + " signed.");
        for (var one : verified.signatures()) {
            if (!one.verdict().equals("whole")) {
                words.add("NOT FINE  " + one.signature() + " " + one.verdict());
                one.differs().forEach(sentence -> words.add("   " + sentence));
            }
        }
        verified.book().forEach(sentence -> words.add("NOT FINE  " + sentence));
        return words;
    }

    private static SignatureId read(String typed) {
        try {
            return SignatureId.of(typed);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.usage("A signature's number reads like 0198c0de-0000-7000-8000-000000000000.");
        }
    }
}
