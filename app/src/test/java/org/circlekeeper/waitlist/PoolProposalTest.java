package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.waitlist.AnyEntry.NOW;
import static org.circlekeeper.waitlist.AnyEntry.TODAY;
import static org.circlekeeper.waitlist.AnyEntry.ZONE;
import static org.circlekeeper.waitlist.AnyEntry.lena;
import static org.circlekeeper.waitlist.AnyEntry.place;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Apart;
import org.circlekeeper.terms.DateRange;
import org.junit.jupiter.api.Test;

/** What is proposed for everybody who waits at once, and why. */
class PoolProposalTest {

    private static final PatientId ONE = new PatientId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));
    private static final PatientId OTHER = new PatientId(UUID.fromString("00000000-0000-7000-8000-00000000000b"));
    private static final Place SEAT = place(List.of(), Set.of());

    @Test
    void each_seat_goes_to_somebody_with_reasons_and_each_other_hears_why_not() {
        var proposal = proposed(pool(
                List.of(SEAT),
                lena().candidate("Lena", 19, ""),
                lena().candidate("Ben", 30, ""),
                lena().times(new Times(Set.of(DayOfWeek.SUNDAY), Set.of())).candidate("Cleo", 90, "")));

        assertThat(proposal.given()).singleElement().satisfies(given -> {
            assertThat(given.entry().who().firstName()).isEqualTo("Ben");
            assertThat(given.reasons()).containsExactly("waited 30 days", "comes Tuesdays");
        });
        assertThat(proposal.left())
                .extracting(left -> left.entry().who().firstName() + ": " + left.why())
                .containsExactly(
                        "Lena: Others come before them for the seats that would suit.",
                        "Cleo: No free seat suits them. Their page says what speaks against each.");
        assertThat(proposal.gap()).isZero();
    }

    @Test
    void two_who_are_kept_apart_are_not_proposed_for_one_group() {
        var pair = new Apart(UUID.randomUUID(), ONE, OTHER, true, "order", DateRange.from(TODAY));
        var proposal = proposed(pool(
                List.of(SEAT, SEAT, SEAT),
                lena().apart(ONE, pair).candidate("Lena", 19, ""),
                lena().apart(OTHER, pair).candidate("Ben", 30, ""),
                lena().candidate("Cleo", 2, "")));

        assertThat(proposal.given())
                .extracting(given -> given.entry().who().firstName())
                .containsExactlyInAnyOrder("Ben", "Cleo");
    }

    @Test
    void when_the_time_is_over_two_who_are_kept_apart_are_not_proposed_for_one_group_either() {
        var pair = new Apart(UUID.randomUUID(), ONE, OTHER, true, "order", DateRange.from(TODAY));
        var proposal = PoolProposal.of(
                pool(
                        List.of(SEAT, SEAT),
                        lena().apart(ONE, pair).candidate("Lena", 19, ""),
                        lena().apart(OTHER, pair).candidate("Ben", 30, ""),
                        lena().candidate("Cleo", 2, "")),
                () -> true);

        assertThat(proposal.given())
                .extracting(given -> given.entry().who().firstName())
                .containsExactly("Ben");
        assertThat(proposal.gap()).as("Cleo could have the other seat").isPositive();
    }

    @Test
    void nobody_is_proposed_whom_no_therapist_finds_fit() {
        assertThat(proposed(pool(List.of(SEAT), lena().decision(null).candidate()))
                        .given())
                .isEmpty();
    }

    @Test
    void those_who_come_together_are_placed_together_and_before_whoever_comes_alone() {
        var family = lena().candidate("Lena", 19, "").with(new Family(null, List.of(brought("Ben"))));
        var proposal = proposed(pool(List.of(SEAT, SEAT, SEAT), lena().candidate("Cleo", 2, ""), family));

        assertThat(proposal.given())
                .extracting(given ->
                        given.entry().who().firstName() + ": " + given.reasons().getLast())
                .containsExactly("Cleo: comes Tuesdays", "Lena: one more comes along");
        assertThat(proposal.gap()).isZero();
    }

    @Test
    void those_for_whom_no_group_has_seats_enough_hear_why_and_whoever_comes_alone_has_the_seat() {
        var family = lena().candidate("Lena", 19, "").with(new Family(null, List.of(brought("Ben"), brought("Ida"))));
        var proposal = proposed(pool(List.of(SEAT, SEAT), lena().candidate("Cleo", 2, ""), family));

        assertThat(proposal.given())
                .extracting(given -> given.entry().who().firstName())
                .containsExactly("Cleo");
        assertThat(proposal.left())
                .extracting(left -> left.why())
                .containsExactly(
                        "They come together and need 3 seats in one group: no group that suits them has so many.");
    }

    /** Somebody who comes with Lena: it is her page on which seats are offered. */
    private static Candidate brought(String first) {
        var lena = lena().candidate("Lena", 19, "").entry().id();
        return lena().candidate(first, 19, "").with(new Family(lena, List.of()));
    }

    private static PoolProposal proposed(Pool pool) {
        return PoolProposal.of(pool, () -> false);
    }

    private static Pool pool(List<Place> places, Candidate... waiting) {
        return new Pool(List.of(waiting), places, Map.of(AnyEntry.GROUP, SEAT), NOW, ZONE);
    }
}
