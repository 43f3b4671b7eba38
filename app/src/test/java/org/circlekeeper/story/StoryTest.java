package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Encounters.Mark;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Seat;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.claims.Tally;
import org.circlekeeper.console.Alike;
import org.circlekeeper.console.Circle;
import org.circlekeeper.console.Today;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.demo.Story;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.messaging.Sight;
import org.circlekeeper.operations.Evenings;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The numbers of the script, computed from what the story wrote. */
@PracticeTest
class StoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Story story;

    @Autowired
    Home home;

    @Autowired
    MovableClock clock;

    @Autowired
    PracticeScope scope;

    @Autowired
    Journal journal;

    @Autowired
    Today today;

    @Autowired
    Claims claims;

    @Autowired
    Sessions sessions;

    @Autowired
    Encounters encounters;

    @Autowired
    Charts charts;

    @Autowired
    Messages messages;

    @Autowired
    Rounds rounds;

    private Story.Told told;

    @BeforeEach
    void it_is_monday_eight_o_clock() {
        told = Told.once(story, home);
        clock.moveTo(Story.BEGINS);
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        Told.leave(clock);
    }

    @Test
    void the_first_sentence_is_the_products_promise() {
        var sentence = willow(() -> {
            var moment = today.moment();
            return today.promise(moment, today.claimed(moment), Alike.things(today.asked()));
        });

        assertThat(sentence).isEqualTo("Since Friday I filed 35 claims for $2,275, kept 4 back, and need 3 answers.");
    }

    @Test
    void whoever_agreed_to_mail_was_told_by_mail_and_nobody_s_mail_failed() {
        var office = new Sight(Set.of(Message.Topic.LOGISTICS), Set.of(), Set.of());

        assertThat(willow(() -> messages.latest(office)))
                .extracting(Message::status)
                .containsExactlyInAnyOrder(Message.Status.SENT, Message.Status.KEPT);
    }

    @Test
    void the_unsigned_notes_are_asked_for_first_with_what_waits_for_them() {
        var asked = willow(today::asked);

        assertThat(asked.getFirst().question()).isEqualTo("Marcus has 4 unsigned notes. $260 waits.");
        assertThat(asked)
                .allSatisfy(entry -> assertThat(entry.because().evidence()).isNotEmpty());
    }

    @Test
    void twenty_seven_were_not_billed_last_month_each_for_one_reason() {
        var unbilled = willow(() -> claims.unbilled(MONDAY.minusWeeks(4), MONDAY));

        assertThat(unbilled.total()).isEqualTo(27);
        assertThat(unbilled.byReason()).isEqualTo(Map.of("absent", 23L, "note-unsigned", 4L));
        assertThat(willow(() -> today.unbilled(today.moment()))).isEqualTo(27);
    }

    @Test
    void five_groups_of_ten_make_two_hundred_claims_a_month() {
        assertThat(willow(() -> today.weekly(today.moment()))).isEqualTo(new Today.Weekly(5, 200));
    }

    @Test
    void thursday_is_thanksgiving_and_no_group_meets() {
        var thursday = willow(() -> today.circles(today.moment())).stream()
                .filter(circle -> circle.day().equals(MONDAY.plusDays(3)))
                .toList();

        assertThat(thursday).singleElement().satisfies(circle -> {
            assertThat(circle.status()).isEqualTo(Session.Status.SKIPPED);
            assertThat(circle.words()).isEqualTo("Thanksgiving: no group, 10 people to tell · 14:00 Thursday Ground");
        });
    }

    @Test
    void today_one_circle_of_ten_meets_at_nine() {
        assertThat(willow(() -> today.circles(today.moment())).stream()
                        .filter(circle -> circle.day().equals(MONDAY))
                        .map(Circle::words))
                .containsExactly("10 of 10 · 09:00 Monday Circle");
    }

    @Test
    void two_practices_have_four_things_to_do() {
        var there = scope.in(told.harborLane(), journal::open);

        assertThat(there)
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.PROPOSED));
        assertThat(willow(journal::open)).hasSize(5);
        assertThat(Alike.things(willow(journal::open))).isEqualTo(3);
    }

    @Test
    void no_claim_but_those_of_unsigned_notes_is_held() {
        assertThat(willow(claims::tallies).stream()
                        .filter(tally -> tally.status() == ClaimStatus.HELD)
                        .mapToLong(Tally::claims)
                        .sum())
                .isEqualTo(4);
    }

    @Test
    void after_mondays_circle_twelve_are_ready_and_one_is_held_for_a_short_visit() {
        told = Told.anew(story, home);
        var marcus = new Actor.Person(new PersonId(UUID.randomUUID()), "Marcus Bell", "therapist");
        scope.run(told.willowHouse(), () -> attend(marcus));
        rounds.makeBut(told.willowHouse(), Set.of(Evenings.FILING));
        assertThat(count(ClaimStatus.READY)).isZero();
        assertThat(count(ClaimStatus.HELD)).isEqualTo(13);

        scope.run(told.willowHouse(), () -> sign(marcus));
        rounds.makeBut(told.willowHouse(), Set.of(Evenings.FILING));
        assertThat(count(ClaimStatus.READY)).isEqualTo(12);
        assertThat(count(ClaimStatus.HELD)).isEqualTo(1);

        rounds.make(told.willowHouse());
        assertThat(count(ClaimStatus.READY)).isZero();
    }

    private void attend(Actor marcus) {
        var circle = sessions.between(MONDAY, MONDAY).getFirst();
        clock.moveTo(circle.endsAt());
        var seats = encounters.sheet(circle.id()).orElseThrow().seats().stream()
                .map(Seat::patient)
                .toList();
        encounters.mark(circle.id(), seats.getFirst(), Mark.of(Presence.ABSENT), marcus);
        encounters.mark(circle.id(), seats.get(1), new Mark(Presence.LEFT_EARLY, null, null, 20), marcus);
        encounters.mark(circle.id(), seats.subList(2, 10), Mark.of(Presence.PRESENT), marcus);
        encounters.close(circle.id(), marcus);
    }

    private void sign(Actor.Person marcus) {
        for (var day : List.of(MONDAY.minusDays(3), MONDAY)) {
            var session = sessions.between(day, day).getFirst().id();
            var signed = charts.signedNotes(List.of(session)).stream()
                    .map(Charts.SignedNote::patient)
                    .toList();
            var waiting = encounters.sheet(session).orElseThrow().seats().stream()
                    .filter(seat -> seat.presence().came() && !signed.contains(seat.patient()))
                    .map(Seat::patient)
                    .toList();
            charts.sign(session, waiting, marcus, "paper charts");
        }
    }

    private long count(ClaimStatus status) {
        return willow(claims::tallies).stream()
                .filter(tally -> tally.status() == status)
                .mapToLong(Tally::claims)
                .sum();
    }

    private <T> T willow(Supplier<T> work) {
        return scope.in(told.willowHouse(), work);
    }
}
