package org.circlekeeper.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Seal;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.Home;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/**
 * Files about the patients of the practice in scope. Each lies sealed, under a key drawn by lot, and is never changed:
 * what is wrong is marked as removed, with who, when and why.
 */
@Component
public class Documents {

    private static final int MOST = 500;
    private static final int LONGEST_NAME = 120;

    private final DocumentStore store;
    private final Printer printer;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;
    private final Seal seal;

    Documents(DocumentStore store, Printer printer, Practices practices, AuditTrail audit, Clock clock, Home home) {
        this.store = store;
        this.printer = printer;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
        this.seal = Seal.with(home, "documents");
    }

    /**
     * Takes in a file that somebody sends: a PDF, or a picture as JPEG or PNG, of 10 MB and 40 million points at the
     * most. What it is, its bytes say. A picture is made anew, a PDF is kept as it came and never run here.
     *
     * @param name what it is called on a page, in whatever script
     */
    public Stored store(DocumentKind kind, UUID patient, String name, InputStream file, Actor actor) {
        try {
            return store(kind, patient, name, file.readNBytes(Incoming.MOST_BYTES + 1), actor);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same, of bytes that are here already. */
    public Stored store(DocumentKind kind, UUID patient, String name, byte[] file, Actor actor) {
        return switch (Incoming.examined(file)) {
            case Incoming.Refused refused -> new Stored.Refused(refused.why(), refused.sentence());
            case Incoming.Fine fine -> new Stored.Kept(keep(kind, patient, name, fine, actor));
        };
    }

    /** Keeps what this program printed. */
    public DocumentId keep(DocumentKind kind, UUID patient, String name, Printed printed, Actor actor) {
        return keep(kind, patient, name, new Incoming.Fine(FileType.PDF, printed.pdf()), actor);
    }

    /** Prints pages and keeps them. */
    public DocumentId print(DocumentKind kind, UUID patient, String name, Print print, Actor actor) {
        return keep(kind, patient, name, printer.print(print), actor);
    }

    public Optional<Document> find(DocumentId id) {
        return store.find(id);
    }

    /** Of a patient, newest first, with those that were removed; at most 500. */
    public List<Document> of(UUID patient) {
        return store.of(patient, MOST);
    }

    /** Every document of the practice, oldest first. */
    public List<DocumentId> all() {
        return store.all();
    }

    /** Opens one and sees that nothing was altered. Whoever shows it to somebody writes that into the audit trail. */
    public Opened open(DocumentId id) {
        return find(id).map(document -> document.removed() == null ? unsealed(document) : removed(document))
                .orElseGet(Opened.Unknown::new);
    }

    /** The same, also when it was taken off the record: for those who check, move out or answer a court. */
    public Opened openEvenRemoved(DocumentId id) {
        return find(id).map(this::unsealed).orElseGet(Opened.Unknown::new);
    }

    /** Takes it off the record; its bytes are kept. False when it is off already, or there is none. */
    public boolean remove(DocumentId id, String why, Actor actor) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("A document is removed for a reason");
        }
        audit.hold();
        var document = store.find(id);
        boolean removed = document.isPresent() && store.remove(id, why.strip(), actor.label(), clock.instant());
        if (removed) {
            audit.did(
                    actor,
                    "removed a document",
                    "document " + id,
                    List.of(document.get().patient()),
                    why.strip());
        }
        return removed;
    }

    private DocumentId keep(DocumentKind kind, UUID patient, String name, Incoming.Fine file, Actor actor) {
        var id = DocumentId.any();
        var document = new Document(
                id,
                kind,
                patient,
                plain(name, kind),
                file.type(),
                file.bytes().length,
                Sha256.hex(file.bytes()),
                actor.label(),
                clock.instant(),
                null);
        store.add(document, new DocumentStore.Content(seal.key(), seal.seal(file.bytes(), as(id))));
        audit.did(actor, "stored a document", "document " + id, List.of(patient), kind.onScreen());
        return id;
    }

    private Opened unsealed(Document document) {
        var content = store.content(document.id());
        if (content.isEmpty()) {
            return new Opened.Altered(document, "The bytes of this document are missing. Put back a backup.");
        }
        if (!content.get().key().equals(seal.key())) {
            return new Opened.Altered(
                    document,
                    "This document was sealed with the secrets of another home. Copy the directory secrets of that "
                            + "home, or of the backup, to this one and start again.");
        }
        return seal.open(content.get().sealed(), as(document.id()))
                .filter(bytes -> Sha256.hex(bytes).equals(document.sha256()))
                .<Opened>map(bytes -> new Opened.Whole(document, bytes))
                .orElseGet(() -> new Opened.Altered(
                        document,
                        "This document is not as it was stored: something was changed in the database. It is not shown. "
                                + "Put back a backup, and find out who could change it."));
    }

    private static Opened removed(Document document) {
        return new Opened.Removed(document, "This document was taken off the record.");
    }

    /** A row moved to another document or practice does not open there. */
    private String as(DocumentId id) {
        return "document " + id + " of practice " + practices.current().id();
    }

    private static String plain(String name, DocumentKind kind) {
        var line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        var whole = line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME));
        return whole.isEmpty() ? kind.onScreen() : whole;
    }
}
