package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A therapist's word that names groups: it holds for those and no others, whoever looks for a seat by whatever way. */
@PracticeTest
class FitForGroupsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Screenings screenings;

    @Autowired
    Offers offers;

    @Autowired
    Pools pools;

    @Autowired
    Groups groups;

    @Autowired
    Sessions sessions;

    @Autowired
    Rosters rosters;

    @Autowired
    Calls calls;

    @Autowired
    MovableClock clock;

    WaitingPractice.Made made;
    GroupId late;
    EntryId lena;

    /** Two groups of one kind with free seats. */
    @BeforeEach
    void two_groups_with_free_seats() {
        clock.moveTo(MONDAY);
        made = waiting.made(1);
        late = in(() -> group("Late Skills", groups.type(made.type()).orElseThrow()));
        lena = waiting.asks(made, "Lena", 1);
    }

    @Test
    void a_fit_that_names_one_group_is_offered_no_other() {
        decided(FitDecision.FIT, late);

        assertThat(make(made.group()))
                .isInstanceOfSatisfying(
                        Offers.Made.Held.class,
                        held -> assertThat(held.findings())
                                .extracting(Finding::code)
                                .containsExactly("fits-another-group"));
        assertThat(proposed()).containsExactly("Late Skills");
        assertThat(make(late)).isInstanceOf(Offers.Made.Kept.class);
    }

    @Test
    void another_group_of_the_kind_is_a_fit_for_it() {
        decided(FitDecision.OTHER_GROUP, late);

        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.WAITING);
        assertThat(proposed()).containsExactly("Late Skills");
        assertThat(asked()).noneMatch(why -> why.startsWith("Tell them"));
    }

    @Test
    void another_group_of_another_kind_is_kept_for_the_office_to_ask_about() {
        var talk = in(
                () -> group("Talking Circle", groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false)));
        decided(FitDecision.OTHER_GROUP, talk);

        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.NOT_FIT);
        assertThat(asked()).contains(Telling.NOT_THIS_GROUP + " The therapist thinks of Talking Circle.");
        assertThat(in(() -> screenings.decisions(lena)).getFirst().groups()).containsExactly(talk);
    }

    @Test
    void the_last_word_stands_and_one_tap_is_a_fit_for_every_group_of_the_kind() {
        decided(FitDecision.FIT, late);
        in(() -> screenings.decide(lena, FitDecision.FIT, "", null, WaitingPractice.MARCUS));

        assertThat(in(() -> pools.gathered().of(lena).orElseThrow().onlyIn())).isEmpty();
        assertThat(make(made.group())).isInstanceOf(Offers.Made.Kept.class);
    }

    @Test
    void whoever_gives_a_seat_by_another_way_is_told_which_groups_were_not_named() {
        decided(FitDecision.FIT, late);
        var patient = made.seated().getFirst();
        in(() -> {
            rosters.leave(made.seats().getFirst(), LocalDate.of(2026, 11, 22), Ending.MOVED, "moved", TESTER);
            return waiting.links(lena, patient);
        });

        assertThat(against(made.group(), patient)).contains("fits-another-group");
        assertThat(against(late, patient)).doesNotContain("fits-another-group");
    }

    private List<String> against(GroupId group, PatientId patient) {
        return in(() -> rosters.clearance(new Admission(group, patient, DateRange.from(TUESDAY)))).stream()
                .map(Finding::code)
                .toList();
    }

    private GroupId group(String name, Groups.Type type) {
        var days = DateRange.from(WaitingPractice.FIRST);
        var leader = groups.find(made.group()).orElseThrow().leader();
        var id = groups.found(type, name, 3, leader, days, TESTER);
        sessions.meetWeekly(id, DayOfWeek.TUESDAY, LocalTime.of(20, 30), Duration.ofMinutes(60), days, "11", TESTER);
        return id;
    }

    private void decided(FitDecision decision, GroupId group) {
        var word = new Word(decision, Set.of(group), "", null);
        assertThat(in(() -> screenings.decide(lena, word, WaitingPractice.MARCUS)))
                .isTrue();
    }

    private List<String> proposed() {
        return in(() -> PoolProposal.of(pools.gathered(), () -> false)).given().stream()
                .map(given -> given.group().name())
                .toList();
    }

    private List<String> asked() {
        return in(() -> calls.open().stream().map(call -> call.why()).toList());
    }

    private Offers.Made make(GroupId group) {
        return in(() ->
                offers.make(new Offers.Wanted(lena, group, TUESDAY, Offers.USUAL, "the office would like it"), TESTER));
    }

    private <T> T in(Supplier<T> work) {
        return waiting.any.in(made.practice(), work);
    }
}
