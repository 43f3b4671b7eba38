package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.messaging.Sight;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Rosters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A packet that its member has no way to see: they have not come in to their own pages, and get no e-mail. */
@PracticeTest
class UnseenPapersTest {

    private static final Sight OFFICE = new Sight(Set.of(Message.Topic.LOGISTICS), Set.of(), Set.of());

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket starter;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    SeatPapers asked;

    @Autowired
    MemberPackets packets;

    @Autowired
    Rosters rosters;

    @Autowired
    Messages messages;

    @Autowired
    Calls calls;

    @Autowired
    Rounds rounds;

    @Autowired
    Journal journal;

    @Autowired
    MovableClock clock;

    private Instant began;
    private OwnPages.Made made;

    @BeforeEach
    void a_member_who_was_given_a_packet_and_nothing_else() {
        began = clock.instant();
        made = own.made();
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
            var seat = rosters.of(made.member()).getFirst();
            var offer = asked.of(seat);
            packets.give(seat, offer.papers(), offer.language(), TESTER);
        });
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void it_is_asked_about_at_once_and_the_member_is_called_in_place_of_the_first_reminder() {
        assertThat(questions())
                .singleElement()
                .asString()
                .contains("was given papers and cannot see them.", "Invite them to their own pages");
        after(23);
        assertThat(open()).isEmpty();

        for (int hours : List.of(25, 49, 73, 97)) {
            after(hours);
            assertThat(open())
                    .singleElement()
                    .satisfies(call -> assertThat(call.why()).contains("nothing that is written to them reaches them"));
        }
        assertThat(told()).as("of the papers, and reminded of nothing").isEqualTo(1);
    }

    @Test
    void whoever_comes_in_to_their_own_pages_is_asked_about_no_more_and_reminded_from_then_on() {
        after(25);
        assertThat(questions()).hasSize(1);

        own.signedIn(made, made.member());
        assertThat(questions()).isEmpty();
        after(49);
        assertThat(told()).as("of the papers, and reminded twice").isEqualTo(3);
    }

    private void after(int hours) {
        clock.moveTo(began.plus(Duration.ofHours(hours)));
        rounds.make(made.practice(), Trust.ACT);
    }

    private List<String> questions() {
        rounds.make(made.practice(), Trust.ACT);
        return any.in(made.practice(), journal::open).stream()
                .filter(entry -> entry.key().startsWith("unseen:"))
                .map(JournalEntry::question)
                .map(String::valueOf)
                .toList();
    }

    private List<Call> open() {
        return any.in(made.practice(), calls::open);
    }

    private int told() {
        return any.in(made.practice(), () -> messages.thread(made.member(), OFFICE))
                .size();
    }
}
