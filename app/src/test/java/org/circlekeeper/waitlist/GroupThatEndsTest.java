package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.GroupEnding;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A seat is offered and taken up while its group comes to an end: nobody sits there for longer than there is a group.
 */
@PracticeTest
class GroupThatEndsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Groups groups;

    @Autowired
    GroupEnding ending;

    @Autowired
    Rosters rosters;

    @Autowired
    Offers offers;

    @Autowired
    Placements placements;

    WaitingPractice.Made made;
    EntryId lena;

    @BeforeEach
    void somebody_said_yes_to_an_offer() {
        made = waiting.made(2);
        lena = waiting.waits(made, "Lena", 1);
        in(() -> offers.make(new Offers.Wanted(lena, made.group(), FIRST, Offers.USUAL, ""), TESTER));
        in(() -> offers.accept(lena, TESTER));
    }

    @Test
    void the_seat_ends_with_the_group() {
        var last = FIRST.plusWeeks(3);
        assertThat(end(last)).isEqualTo(new GroupEnding.Ended.Done(2, 1));

        assertThat(in(() -> placements.seat(lena, "", TESTER))).isInstanceOf(Placements.Placed.Seated.class);
        assertThat(in(() -> rosters.of(made.group())))
                .hasSize(3)
                .allSatisfy(seat -> assertThat(seat.days().last()).isEqualTo(last));
    }

    @Test
    void nobody_begins_in_a_group_that_has_ended_by_then() {
        end(FIRST.minusDays(1));

        assertThat(in(() -> placements.seat(lena, "she may all the same", TESTER)))
                .isInstanceOfSatisfying(
                        Placements.Placed.Held.class,
                        held -> assertThat(held.findings())
                                .extracting(Finding::code)
                                .contains("group-not-then"));
        assertThat(in(() -> rosters.of(made.group()))).hasSize(2);
    }

    @Test
    void a_membership_that_ends_with_its_group_is_not_made_to_go_on() {
        var last = FIRST.plusWeeks(3);
        var early = FIRST.plusWeeks(1);
        var leaves = made.seats().getFirst();
        in(() -> rosters.leave(leaves, early, Ending.MOVED, "moves away", TESTER));
        end(last);

        assertThat(in(() -> rosters.goOn(leaves, "stays", TESTER))).isFalse();

        assertThat(in(() -> rosters.find(leaves)).map(Membership::days))
                .contains(new DateRange(WaitingPractice.FIRST, early));
    }

    private GroupEnding.Ended end(LocalDate last) {
        return in(() -> ending.end(groups.find(made.group()).orElseThrow(), last, "too few came", TESTER));
    }

    private <T> T in(Supplier<T> work) {
        return waiting.any.in(made.practice(), work);
    }
}
