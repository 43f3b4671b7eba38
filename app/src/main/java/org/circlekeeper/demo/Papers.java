package org.circlekeeper.demo;

import java.util.List;
import java.util.Map;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.SinglePapers;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.springframework.stereotype.Component;

/** The papers of a practice of the story: the starter packet, with the practice's own words in it. */
@Component
class Papers {

    private static final Map<String, String> WORDS = Map.of(
            "session_fee", "$65",
            "absence_fee", "$30",
            "notice_hours", "24",
            "notice_from", "October 16, 2026");

    private final StarterPacket starter;
    private final FormShelf shelf;
    private final SinglePapers single;
    private final Tongues tongues;

    Papers(StarterPacket starter, FormShelf shelf, SinglePapers single, Tongues tongues) {
        this.starter = starter;
        this.shelf = shelf;
        this.single = single;
        this.tongues = tongues;
    }

    void choose(House house) {
        var owner = house.script().owner().name();
        var actor = house.as(owner.first());
        starter.use(actor);
        WORDS.forEach((name, value) -> shelf.word(name, value, actor));
        shelf.word("privacy_contact", owner.toString(), actor);
    }

    /** A member of long standing is asked for four papers, and expected all the same. */
    void give(House house, PatientId member) {
        tongues.say(member, "en", house.as("Ines"));
        for (var form : List.of("electronic-business", "group-confidentiality", "demographics", "insurance-card")) {
            single.give(member, form, house.as("Ines")).ifPresent(why -> {
                throw new IllegalStateException("The story gives a paper, and yet: " + why);
            });
        }
    }
}
