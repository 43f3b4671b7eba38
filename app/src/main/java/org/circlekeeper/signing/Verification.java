package org.circlekeeper.signing;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Opened;
import org.springframework.stereotype.Component;

/** Looks at signatures again: the bytes, the answers, the evidence, the document, the standing, and the book of all. */
@Component
public class Verification {

    private final SignatureStore store;
    private final Book book;
    private final Documents documents;

    Verification(SignatureStore store, Book book, Documents documents) {
        this.store = store;
        this.book = book;
        this.documents = documents;
    }

    /**
     * What looking at all showed.
     *
     * @param book what is wrong with the book in which all of them stand; empty when nothing is
     */
    public record Whole(List<Verdict> signatures, List<String> book) {

        public Whole {
            signatures = List.copyOf(signatures);
            book = List.copyOf(book);
        }

        public boolean isWhole() {
            return book.isEmpty() && signatures.stream().allMatch(Verdict.Whole.class::isInstance);
        }
    }

    /** One signature. What is missing from the book after it began may have been about it, and is told. */
    Verdict of(SignatureId id) {
        var signature = store.find(id);
        if (signature.isEmpty()) {
            return new Verdict.Missing(id);
        }
        var entries = book.of(id);
        var differs = new ArrayList<>(differs(signature.get(), entries));
        if (!entries.isEmpty()) {
            book.flaws(entries.getFirst().seq()).stream()
                    .filter(flaw -> !differs.contains(flaw))
                    .forEach(differs::add);
        }
        return verdict(id, entries, differs);
    }

    /** Every signature by itself, and the book once for all of them. */
    Whole ofAll() {
        var verdicts = store.all().stream()
                .map(id -> {
                    var entries = book.of(id);
                    return verdict(id, entries, differs(store.find(id).orElseThrow(), entries));
                })
                .toList();
        return new Whole(verdicts, book.allFlaws());
    }

    private static Verdict verdict(SignatureId id, List<Entry> entries, List<String> differs) {
        return differs.isEmpty() ? new Verdict.Whole(id, entries.size()) : new Verdict.Altered(id, differs);
    }

    private List<String> differs(Signature signature, List<Entry> entries) {
        var differs = new ArrayList<String>();
        if (entries.stream().noneMatch(Verification::says)) {
            differs.add("That it was signed does not stand in the book of signatures any more.");
        }
        for (var entry : entries) {
            if (book.isAsSealed(entry)) {
                differs.addAll(content(entry));
            } else {
                differs.add("Entry " + entry.seq() + " in the book of signatures is not as it was sealed.");
            }
        }
        if (differs.isEmpty()) {
            differs.addAll(Standing.differs(signature, entries));
        }
        return differs;
    }

    private static boolean says(Entry entry) {
        return switch (entry.kind()) {
            case SIGNED, REFUSED, ON_PAPER -> true;
            case DELIVERED, WITHDRAWN, LAPSED -> false;
        };
    }

    /** What the evidence says of bytes, against the bytes that are there. */
    private List<String> content(Entry entry) {
        var facts = entry.facts();
        var differs = new ArrayList<String>();
        if (entry.kind() == Entry.Kind.SIGNED) {
            store.shown(entry.id())
                    .ifPresentOrElse(
                            shown -> differs.addAll(shown(shown, facts, entry.seq())),
                            () -> differs.add("The paper as it was shown (entry " + entry.seq() + ") is missing."));
        }
        if (!facts.get(Fact.DOCUMENT).isEmpty()) {
            differs.addAll(document(facts));
        }
        return differs;
    }

    private static List<String> shown(Shown shown, Facts facts, long entry) {
        var differs = new ArrayList<String>();
        if (!shown.sha256().equals(facts.get(Fact.SHOWN_SHA256))) {
            differs.add("The paper as it was shown (entry " + entry + ") is not the one that was signed.");
        }
        if (!shown.fieldsSha256().equals(facts.get(Fact.FIELDS_SHA256))) {
            differs.add("What was filled in (entry " + entry + ") is not what was signed.");
        }
        var content = Facts.contentSha256(shown.bytes(), template(facts), shown.fields());
        if (differs.isEmpty() && !content.equals(facts.get(Fact.CONTENT_SHA256))) {
            differs.add("What binds the paper to its version and its answers (entry " + entry + ") does not fit them.");
        }
        return differs;
    }

    private static Template template(Facts facts) {
        return new Template(facts.get(Fact.FORM), Integer.parseInt(facts.get(Fact.VERSION)), facts.get(Fact.LANGUAGE));
    }

    private List<String> document(Facts facts) {
        var opened = documents.openEvenRemoved(DocumentId.of(facts.get(Fact.DOCUMENT)));
        return switch (opened) {
            case Opened.Whole whole ->
                whole.document().sha256().equals(facts.get(Fact.DOCUMENT_SHA256))
                        ? List.of()
                        : List.of("Its document is another one than the one that was made when it was signed.");
            case Opened.Altered altered -> List.of("Its document: " + altered.sentence());
            case Opened.Removed removed -> List.of("Its document: " + removed.sentence());
            case Opened.Unknown _ -> List.of("Its document is missing.");
        };
    }
}
