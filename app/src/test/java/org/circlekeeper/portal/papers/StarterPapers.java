package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.Map;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Publishing;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.Asked;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.SeatPapers;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/** Members who were given the starter packet, or one paper beside it. */
@Component
class StarterPapers {

    private final AnyPractice any;
    private final StarterPacket starter;
    private final FormLibrary library;
    private final FormShelf shelf;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Rosters rosters;
    private final SeatPapers asked;
    private final MemberPackets packets;
    private final MemberPapers papers;

    StarterPapers(
            AnyPractice any,
            StarterPacket starter,
            FormLibrary library,
            FormShelf shelf,
            Drafts drafts,
            Publishing publishing,
            Rosters rosters,
            SeatPapers asked,
            MemberPackets packets,
            MemberPapers papers) {
        this.any = any;
        this.starter = starter;
        this.library = library;
        this.shelf = shelf;
        this.drafts = drafts;
        this.publishing = publishing;
        this.rosters = rosters;
        this.asked = asked;
        this.packets = packets;
        this.papers = papers;
    }

    /** The packet for the only seat of a member. */
    void give(Made made, PatientId member) {
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
            var seat = rosters.of(member).getFirst();
            var offer = asked.of(seat);
            assertThat(offer.missing()).isEmpty();
            packets.give(seat, offer.papers(), offer.language(), TESTER);
        });
    }

    /** One paper of the starter packet. */
    Paper give(Made made, PatientId member, String form, Need need) {
        any.run(
                made.practice(),
                () -> papers.give(member, new Asked(new FormId(form), 1, Language.EN, form, need), TESTER));
        return paper(made, member, form);
    }

    /** A paper of the practice's own, in English. */
    Paper give(Made made, PatientId member, String form, String text) {
        var id = new FormId(form);
        any.run(made.practice(), () -> {
            shelf.add(id, Kind.DOCUMENT, form, TESTER);
            drafts.save(id, Language.EN, 0, text, TESTER);
            assertThat(publishing.publish(
                            library.find(id).orElseThrow(), Map.of(Language.EN, 1), "A paper of our own.", TESTER))
                    .isNotInstanceOf(Publishing.Outcome.Refused.class);
        });
        return give(made, member, form, Need.OFFERED);
    }

    /** Lets everything that is open pass. */
    void waiveAll(Made made, PatientId member) {
        any.run(
                made.practice(),
                () -> papers.of(member).stream()
                        .filter(paper -> paper.status().isOpen())
                        .forEach(paper -> papers.waive(paper.id(), "Signed at another office", TESTER)));
    }

    /** The one that stands or lies open. */
    Paper paper(Made made, PatientId member, String form) {
        return any.in(made.practice(), () -> papers.of(member)).stream()
                .filter(one -> one.form().value().equals(form) && !one.status().isOver())
                .findFirst()
                .orElseThrow();
    }
}
