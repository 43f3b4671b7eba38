package org.circlekeeper.signing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What two guardians have said about one paper, and how it stands by that. Pure. */
final class Guardians {

    static final int TWO = 2;

    private Guardians() {}

    /** The last word of one of them. */
    record Word(UUID signer, boolean yes, String fieldsSha256) {}

    /** The last word of each, in the order in which they first spoke. */
    static Map<UUID, Word> words(List<Entry> entries) {
        var words = new LinkedHashMap<UUID, Word>();
        for (var entry : entries) {
            if (entry.kind() == Entry.Kind.SIGNED || entry.kind() == Entry.Kind.REFUSED) {
                var facts = entry.facts();
                var signer = UUID.fromString(facts.get(Fact.SIGNER));
                words.put(signer, new Word(signer, entry.kind() == Entry.Kind.SIGNED, facts.get(Fact.FIELDS_SHA256)));
            }
        }
        return words;
    }

    /** How a paper stands by these words. */
    static SignatureStatus standing(Collection<Word> words) {
        if (words.stream().anyMatch(word -> !word.yes())) {
            return SignatureStatus.REFUSED_BY_ONE;
        }
        return words.size() < TWO ? SignatureStatus.WAITING_FOR_SECOND : SignatureStatus.SIGNED;
    }

    /** How it stands once this is said as well. */
    static SignatureStatus after(Map<UUID, Word> words, Word next) {
        var all = new LinkedHashMap<>(words);
        all.put(next.signer(), next);
        return standing(all.values());
    }
}
