package org.circlekeeper.forms;

import static org.circlekeeper.forms.Applies.EVERYBODY;
import static org.circlekeeper.forms.Applies.PART_2;
import static org.circlekeeper.forms.Applies.SELF_PAY;
import static org.circlekeeper.forms.Applies.TELEHEALTH;
import static org.circlekeeper.forms.Kind.DOCUMENT;
import static org.circlekeeper.forms.Kind.QUESTIONNAIRE;
import static org.circlekeeper.forms.Need.OFFERED;
import static org.circlekeeper.forms.Need.REQUIRED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.plain.PlainReader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The packet that the program brings: written in plain words, in English and Spanish, as drafts for the practice's
 * counsel. Nothing is required of a practice that has not taken it over.
 */
@Component
public class StarterPacket {

    /**
     * One form of it.
     *
     * @param need null for a measure that goes out by itself and stands in no packet
     */
    public record Piece(FormId form, Kind kind, @Nullable Need need, Applies applies) {}

    /** In the order in which a member meets them. */
    public static final List<Piece> PIECES = List.of(
            // E-SIGN, 15 USC 7001(c): whoever says no signs on paper
            piece("electronic-business", DOCUMENT, OFFERED, EVERYBODY),
            piece("demographics", QUESTIONNAIRE, REQUIRED, EVERYBODY),
            piece("history", QUESTIONNAIRE, REQUIRED, EVERYBODY),
            piece("insurance-card", QUESTIONNAIRE, REQUIRED, EVERYBODY),
            // 45 CFR 164.520(c)(2)(ii): a good-faith effort to get the acknowledgment, or why there is none
            piece("privacy-notice", DOCUMENT, OFFERED, EVERYBODY),
            piece("treatment-consent", DOCUMENT, REQUIRED, EVERYBODY),
            piece("group-confidentiality", DOCUMENT, REQUIRED, EVERYBODY),
            piece("telehealth-group", DOCUMENT, REQUIRED, TELEHEALTH),
            piece("fees-and-absences", DOCUMENT, REQUIRED, EVERYBODY),
            // 47 CFR 64.1200(f)(9): consent to messages may be no condition of care; 45 CFR 164.522(b)
            piece("contact-consent", DOCUMENT, OFFERED, EVERYBODY),
            // 45 CFR 164.508(b)(4)
            piece("release-of-information", DOCUMENT, OFFERED, EVERYBODY),
            // 42 CFR 2.31
            piece("part2-consent", DOCUMENT, REQUIRED, PART_2),
            // 45 CFR 149.610: it is given; nobody must sign it
            piece("good-faith-estimate", DOCUMENT, OFFERED, SELF_PAY),
            piece("phq-9", QUESTIONNAIRE, null, EVERYBODY),
            piece("gad-7", QUESTIONNAIRE, null, EVERYBODY));

    private final FormShelf shelf;
    private final FormLibrary library;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Packets packets;

    StarterPacket(FormShelf shelf, FormLibrary library, Drafts drafts, Publishing publishing, Packets packets) {
        this.shelf = shelf;
        this.library = library;
        this.drafts = drafts;
        this.publishing = publishing;
        this.packets = packets;
    }

    private static Piece piece(String form, Kind kind, @Nullable Need need, Applies applies) {
        return new Piece(new FormId(form), kind, need, applies);
    }

    /** What the program brings for a form, in a language, as plain text. */
    public static String text(FormId form, Language language) {
        var file = new ClassPathResource("forms/" + form + "." + language.tag() + ".txt");
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The same, read. */
    public static Questionnaire read(Piece piece, Language language) {
        return switch (PlainReader.read(text(piece.form(), language), piece.form(), piece.kind(), language)) {
            case Taken.Whole whole -> whole.questionnaire();
            case Taken.Refused refused -> throw new IllegalStateException(piece.form() + ": " + refused.faults());
        };
    }

    /**
     * Takes it over: each form that the practice does not have yet, published as version 1, and the packet for all if
     * there is none. What the practice has of its own stays as it is. Pressed twice it changes nothing more.
     *
     * @return how many forms were added
     */
    public int use(Actor actor) {
        int added = 0;
        for (var piece : PIECES) {
            if (shelf.add(piece.form(), piece.kind(), read(piece, Language.EN).title(), actor)) {
                publish(piece, actor);
                added++;
            }
        }
        if (packets.last(Packet.EVERYBODY).isEmpty()) {
            packets.publish(Packet.EVERYBODY, 0, lines(), "The starter packet.", actor);
        }
        return added;
    }

    private void publish(Piece piece, Actor actor) {
        Map<Language, Integer> seen = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            drafts.save(piece.form(), language, 0, text(piece.form(), language), actor);
            seen.put(language, 1);
        }
        var form = library.find(piece.form()).orElseThrow();
        if (publishing.publish(form, seen, "The text that the program brings.", actor)
                instanceof Publishing.Outcome.Refused refused) {
            throw new IllegalStateException(piece.form() + ": " + refused.sentences());
        }
    }

    /** A form of that name that is the practice's own and not in use stays out. */
    private List<Packet.Line> lines() {
        var lines = new ArrayList<Packet.Line>();
        for (var piece : PIECES) {
            var need = piece.need();
            var inUse = library.find(piece.form()).flatMap(Form::current).isPresent();
            if (need != null && inUse) {
                lines.add(new Packet.Line(piece.form(), need, piece.applies()));
            }
        }
        return lines;
    }
}
