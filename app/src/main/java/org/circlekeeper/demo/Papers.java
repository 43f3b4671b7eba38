package org.circlekeeper.demo;

import java.util.Map;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.StarterPacket;
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

    Papers(StarterPacket starter, FormShelf shelf) {
        this.starter = starter;
        this.shelf = shelf;
    }

    void choose(House house) {
        var owner = house.script().owner().name();
        var actor = house.as(owner.first());
        starter.use(actor);
        WORDS.forEach((name, value) -> shelf.word(name, value, actor));
        shelf.word("privacy_contact", owner.toString(), actor);
    }
}
