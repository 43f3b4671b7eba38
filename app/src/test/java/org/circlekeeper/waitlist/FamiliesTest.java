package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People who come together have seats together, or none of them has one. */
@PracticeTest
class FamiliesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Families families;

    @Autowired
    Offers offers;

    @Autowired
    Placements placements;

    @Autowired
    Rosters rosters;

    @Autowired
    Kinds kinds;

    @Autowired
    Groups groups;

    @Autowired
    Rounds rounds;

    @Autowired
    MovableClock clock;

    WaitingPractice.Made made;
    EntryId lena;
    EntryId ben;

    @BeforeEach
    void monday() {
        clock.moveTo(MONDAY);
    }

    @AfterEach
    void back() {
        clock.moveTo(MONDAY);
    }

    @Test
    void an_offer_to_one_keeps_the_chairs_of_all_and_ends_for_all_at_once() {
        together(1);

        assertThat(make(lena)).isInstanceOf(Offers.Made.Kept.class);
        assertThat(statuses()).containsExactly(WaitStatus.OFFERED, WaitStatus.OFFERED);
        assertThat(freeSeats()).isZero();

        clock.moveTo(MONDAY.plus(Duration.ofHours(48)));
        assertThat(rounds.make(made.practice()))
                .filteredOn(entry -> entry.duty().equals(EndOffers.ID))
                .extracting(JournalEntry::kind)
                .as("one offer, one line")
                .containsExactly(JournalEntry.Kind.DID);
        assertThat(statuses()).containsExactly(WaitStatus.WAITING, WaitStatus.WAITING);
        assertThat(freeSeats()).isEqualTo(2);
    }

    @Test
    void where_too_few_seats_are_free_none_is_offered_and_it_is_said_why() {
        together(2);

        assertThat(held(make(lena))).containsExactly("seats-for-all");
        assertThat(statuses()).containsExactly(WaitStatus.WAITING, WaitStatus.WAITING);
        assertThat(freeSeats()).isEqualTo(1);
    }

    @Test
    void the_seats_are_offered_on_the_page_of_whom_they_come_with() {
        together(1);

        assertThat(held(make(ben))).containsExactly("comes-with-another");
    }

    @Test
    void nobody_is_seated_before_a_therapist_decided_about_each() {
        made = waiting.made(1);
        lena = waiting.waits(made, "Lena", 1);
        ben = waiting.asks(made, "Ben", 2);
        assertThat(joins("Ben Waits2")).isEqualTo(Families.Joined.TOGETHER);

        assertThat(held(make(lena))).containsExactly("others-not-ready");
    }

    @Test
    void a_yes_on_either_page_seats_all_of_them() {
        together(1);
        make(lena);

        assertThat(in(() -> offers.accept(ben, TESTER))).isInstanceOf(Offers.Answered.Done.class);
        assertThat(in(() -> families.leave(ben, TESTER)))
                .as("while seats are kept")
                .isFalse();
        assertThat(in(() -> placements.seat(lena, "", TESTER))).isInstanceOf(Placements.Placed.Seated.class);
        assertThat(statuses()).containsExactly(WaitStatus.ENROLLED, WaitStatus.ENROLLED);
        assertThat(in(() -> rosters.of(made.group()))).hasSize(3);
    }

    @Test
    void a_family_that_has_a_seat_together_takes_one_chair() {
        together(2);
        in(() -> {
            var type = groups.type(made.type()).orElseThrow();
            kinds.change(
                    new Groups.Type(
                            type.id(), type.name(), type.code(), type.part2(), type.joining(), true, "", 0, false),
                    TESTER);
            return type;
        });

        assertThat(make(lena)).isInstanceOf(Offers.Made.Kept.class);
        in(() -> offers.accept(lena, TESTER));
        assertThat(in(() -> placements.seat(lena, "", TESTER))).isInstanceOf(Placements.Placed.Seated.class);
        assertThat(statuses()).containsExactly(WaitStatus.ENROLLED, WaitStatus.ENROLLED);
        assertThat(in(() -> rosters.of(made.group()))).as("one chair was free").hasSize(3);
    }

    @Test
    void a_no_lets_all_of_them_wait_on_and_whoever_comes_alone_again_is_offered_a_seat_of_their_own() {
        together(1);
        make(lena);
        in(() -> offers.withdraw(lena, "mistaken", TESTER));
        assertThat(statuses()).containsExactly(WaitStatus.WAITING, WaitStatus.WAITING);

        assertThat(in(() -> families.leave(ben, TESTER))).isTrue();
        assertThat(make(ben)).isInstanceOf(Offers.Made.Kept.class);
        assertThat(statuses()).containsExactly(WaitStatus.WAITING, WaitStatus.OFFERED);
    }

    @Test
    void whom_somebody_comes_with_is_found_by_name_or_number_among_those_who_wait_for_the_same_kind() {
        together(1);
        waiting.waits(made, "Ben", 7);

        assertThat(joins("Nobody Here")).isEqualTo(Families.Joined.NOBODY);
        assertThat(joins("lena waits1")).as("nobody comes with themselves").isEqualTo(Families.Joined.NOBODY);
        assertThat(joins("217 555 0007")).isEqualTo(Families.Joined.TOGETHER);
        var cleo = waiting.waits(made, "Cleo", 8);
        assertThat(in(() -> families.join(entry(cleo), "Ben Waits7", TESTER))).isEqualTo(Families.Joined.WITH_OTHERS);
        assertThat(in(() -> families.join(entry(cleo), "Lena Waits1", TESTER))).isEqualTo(Families.Joined.WITH_OTHERS);
    }

    /** Lena, and Ben who comes with her, wait for a group of three seats. */
    private void together(int taken) {
        made = waiting.made(taken);
        lena = waiting.waits(made, "Lena", 1);
        ben = waiting.waits(made, "Ben", 2);
        assertThat(joins("Ben Waits2")).isEqualTo(Families.Joined.TOGETHER);
    }

    private Families.Joined joins(String words) {
        return in(() -> families.join(entry(lena), words, TESTER));
    }

    private Entry entry(EntryId id) {
        return waiting.now(made, id);
    }

    private Offers.Made make(EntryId id) {
        return in(() ->
                offers.make(new Offers.Wanted(id, made.group(), TUESDAY, Offers.USUAL, "they asked for it"), TESTER));
    }

    private static List<String> held(Offers.Made made) {
        return made instanceof Offers.Made.Held(var findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of(made.toString());
    }

    private List<WaitStatus> statuses() {
        return List.of(entry(lena).status(), entry(ben).status());
    }

    private int freeSeats() {
        return in(() -> rosters.freeSeats(made.group(), DateRange.from(TUESDAY)));
    }

    private <T> T in(Supplier<T> work) {
        return waiting.any.in(made.practice(), work);
    }
}
