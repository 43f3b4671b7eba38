package org.circlekeeper.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a signed paper has to stand by its entries, against how it stands. Pure. */
final class Standing {

    private Standing() {}

    static List<String> differs(Signature signature, List<Entry> entries) {
        var differs = new ArrayList<String>();
        var status = status(signature, entries);
        if (status != signature.status()) {
            differs.add("It stands as \"" + signature.status().onScreen() + "\", and by its entries it is \""
                    + status.onScreen() + "\".");
        }
        for (var entry : entries) {
            if (entry.kind() != Entry.Kind.DELIVERED && !isAbout(signature, entry)) {
                differs.add("It stands under another paper or member than entry " + entry.seq() + " is about.");
            }
        }
        return differs;
    }

    private static SignatureStatus status(Signature signature, List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.kind() == Entry.Kind.WITHDRAWN)) {
            return SignatureStatus.WITHDRAWN;
        }
        if (entries.stream().anyMatch(entry -> entry.kind() == Entry.Kind.LAPSED)) {
            return SignatureStatus.LAPSED;
        }
        return signature.holder().equals(Signature.TOGETHER)
                ? Guardians.standing(Guardians.words(entries).values())
                : SignatureStatus.SIGNED;
    }

    /** Each guardian may have read it in another language. */
    private static boolean isAbout(Signature signature, Entry entry) {
        var facts = entry.facts();
        boolean same = facts.get(Fact.PATIENT).equals(signature.patient().toString())
                && facts.get(Fact.FORM).equals(signature.template().form())
                && facts.get(Fact.VERSION)
                        .equals(String.valueOf(signature.template().version()));
        return same
                && (entry.kind() != Entry.Kind.SIGNED || isHeld(signature, facts))
                && (isAnEnd(entry) || isOnPaper(entry) == isOnPaper(signature));
    }

    private static boolean isAnEnd(Entry entry) {
        return entry.kind() == Entry.Kind.WITHDRAWN || entry.kind() == Entry.Kind.LAPSED;
    }

    private static boolean isOnPaper(Entry entry) {
        return entry.kind() == Entry.Kind.ON_PAPER;
    }

    private static boolean isOnPaper(Signature signature) {
        return signature.medium() == Medium.PAPER;
    }

    private static boolean isHeld(Signature signature, Facts facts) {
        return facts.get(Fact.WHAT).equals(signature.what())
                && facts.get(Fact.CAPACITY).equals(signature.capacity())
                && Stream.of(facts.get(Fact.SIGNER), Signature.TOGETHER).anyMatch(signature.holder()::equals);
    }
}
