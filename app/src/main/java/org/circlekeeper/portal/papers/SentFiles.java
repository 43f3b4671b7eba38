package org.circlekeeper.portal.papers;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Stored;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that members send as answers: at most sixty of one member, each replaced by the next one to its question. */
@Component
class SentFiles {

    /** Those that were replaced count too, for their bytes are kept. */
    static final int MOST = 60;

    private static final FormId CARD = new FormId("insurance-card");
    private static final Set<DocumentKind> SENT = EnumSet.of(DocumentKind.INSURANCE_CARD, DocumentKind.OTHER);

    private final Documents documents;
    private final Practices practices;

    SentFiles(Documents documents, Practices practices) {
        this.documents = documents;
        this.practices = practices;
    }

    /** What became of a file. */
    sealed interface Sent {

        record Kept(DocumentId id) implements Sent {}

        /** In the language of the page. */
        record Refused(String sentence) implements Sent {}
    }

    /** Keeps a file among the member's documents. No more of it is read than may be kept. */
    Sent keep(SignedInMember who, OwnPapers.Opened opened, MultipartFile file, Tongue tongue) throws IOException {
        var member = who.member().value();
        long before = documents.of(member).stream()
                .filter(document -> SENT.contains(document.kind()))
                .count();
        if (before >= MOST) {
            return new Sent.Refused(
                    tongue.say("file.tooMany", practices.current().phone()));
        }
        var kind = opened.paper().form().equals(CARD) ? DocumentKind.INSURANCE_CARD : DocumentKind.OTHER;
        return switch (documents.store(kind, member, opened.title(), file.getInputStream(), who.actor())) {
            case Stored.Kept kept -> new Sent.Kept(kept.id());
            case Stored.Refused refused -> new Sent.Refused(tongue.say("file." + refused.why()));
        };
    }

    /** Takes a file off the record that another one was sent in place of. */
    void replaced(SignedInMember who, String id) {
        documents.remove(DocumentId.of(id), "The member sent another file in its place.", who.actor());
    }
}
