package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.waitlist.AnyEntry.NOW;
import static org.circlekeeper.waitlist.AnyEntry.TODAY;
import static org.circlekeeper.waitlist.AnyEntry.ZONE;
import static org.circlekeeper.waitlist.AnyEntry.criterion;
import static org.circlekeeper.waitlist.AnyEntry.lena;
import static org.circlekeeper.waitlist.AnyEntry.place;

import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Apart;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.junit.jupiter.api.Test;

/** What speaks for and against giving somebody a seat, and who comes first. */
class FitTest {

    private static final PatientId SELF = new PatientId(UUID.randomUUID());
    private static final PatientId OTHER = new PatientId(UUID.randomUUID());

    @Test
    void nothing_speaks_against_somebody_who_suits() {
        assertThat(codes(lena(), place(List.of(), Set.of()))).isEmpty();
    }

    @Test
    void silence_of_the_therapist_never_admits_and_no_reason_passes_it() {
        assertThat(Fit.assess(lena().decision(null).candidate(), place(List.of(), Set.of()), NOW))
                .singleElement()
                .matches(found -> found.code().equals("fit-undecided"))
                .matches(found -> found.weight() == Finding.Weight.ALWAYS_HOLDS);
    }

    @Test
    void a_fit_that_names_groups_holds_for_those_alone_and_no_reason_passes_it() {
        var place = place(List.of(), Set.of());
        var elsewhere = onlyIn(new GroupId(UUID.randomUUID()));

        assertThat(Fit.assess(onlyIn(place.group().id()), place, NOW)).isEmpty();
        assertThat(Fit.assess(elsewhere, place, NOW))
                .singleElement()
                .matches(found -> found.code().equals("fits-another-group"))
                .matches(found -> found.weight() == Finding.Weight.ALWAYS_HOLDS)
                .extracting(found -> found.because().sentence())
                .isEqualTo("The therapist named groups in which they fit, and not Tuesday Skills.");
    }

    private static Candidate onlyIn(GroupId group) {
        return new Candidate(
                lena().candidate().entry(),
                Map.of(),
                List.of(),
                false,
                Set.of(group),
                Map.of(),
                Family.NONE,
                OnFile.NOTHING,
                List.of());
    }

    @Test
    void every_reason_is_given_at_once() {
        var criteria = List.of(
                criterion(Criterion.Kind.AGE_FROM, "40", false),
                criterion(Criterion.Kind.LEVEL, "advanced", false),
                criterion(Criterion.Kind.STATEMENT, "", false));
        var mondays = new Times(Set.of(DayOfWeek.MONDAY), Set.of());

        assertThat(codes(lena().times(mondays), place(criteria, Set.of())))
                .containsExactlyInAnyOrder(
                        "time-unsuitable", "not-for-them-age-from", "not-for-them-level", "criterion-not-known");
    }

    @Test
    void what_nobody_knows_is_told_and_stops_nothing() {
        var found = Fit.assess(
                lena().born(null).candidate(),
                place(List.of(criterion(Criterion.Kind.AGE_FROM, "18", false)), Set.of()),
                NOW);

        assertThat(found).extracting(Finding::code).containsExactly("criterion-not-known");
        assertThat(Fit.holds(found)).isFalse();
    }

    @Test
    void the_program_looks_up_what_it_can_and_an_answer_by_hand_does_not_change_it() {
        var age = criterion(Criterion.Kind.AGE_TO, "30", false);

        assertThat(codes(lena().answering(age.id(), Answer.Found.MET, "said so"), place(List.of(age), Set.of())))
                .containsExactly("not-for-them-age-to");
    }

    @Test
    void a_criterion_that_excludes_holds_when_it_is_so() {
        var statement = criterion(Criterion.Kind.STATEMENT, "", true);

        assertThat(codes(
                        lena().answering(statement.id(), Answer.Found.MET, "yes"), place(List.of(statement), Set.of())))
                .containsExactly("not-for-them-statement");
        assertThat(codes(
                        lena().answering(statement.id(), Answer.Found.NOT_MET, "no"),
                        place(List.of(statement), Set.of())))
                .isEmpty();
    }

    @Test
    void a_court_s_order_always_holds_and_names_nobody() {
        var pair = new Apart(UUID.randomUUID(), SELF, OTHER, true, "Order of Ben Okafor", DateRange.from(TODAY));

        var found = Fit.assess(lena().apart(SELF, pair).candidate(), place(List.of(), Set.of(OTHER)), NOW);

        assertThat(found).singleElement().matches(one -> one.weight() == Finding.Weight.ALWAYS_HOLDS);
        assertThat(found.getFirst().because().sentence()).doesNotContain("Ben", "Okafor");
        assertThat(codes(lena().apart(SELF, pair), place(List.of(), Set.of()))).isEmpty();
    }

    @Test
    void somebody_for_whom_a_seat_is_kept_there_is_kept_apart_from_as_well() {
        var order = new Apart(UUID.randomUUID(), SELF, OTHER, true, "Order of Ben Okafor", DateRange.from(TODAY));
        var wish = new Apart(UUID.randomUUID(), OTHER, SELF, false, "relatives", DateRange.from(TODAY));
        var promised = place(List.of(), Set.of()).promising(Set.of(OTHER));

        assertThat(Fit.assess(lena().apart(SELF, order).candidate(), promised, NOW))
                .singleElement()
                .matches(found -> found.code().equals("protective-order"))
                .matches(found -> found.weight() == Finding.Weight.ALWAYS_HOLDS)
                .extracting(found -> found.because().sentence())
                .isEqualTo("Somebody for whom a seat is kept in Tuesday Skills and they are kept apart by a court's"
                        + " order.");
        assertThat(codes(lena().apart(SELF, wish), promised)).containsExactly("do-not-group-with");
        assertThat(codes(lena().apart(OTHER, order), promised)).isEmpty();
    }

    @Test
    void what_decides_who_comes_first_knows_no_payer_and_no_protected_trait() {
        assertThat(Arrays.stream(Standing.class.getRecordComponents()).map(RecordComponent::getName))
                .as("a component here needs a decision of the practice's owner, and is never who pays or what one is")
                .containsExactly("waitedDays", "urgent", "returning", "askedForThisGroup");
    }

    @Test
    void who_they_are_does_not_change_where_they_stand() {
        var place = place(List.of(), Set.of());
        var plain = Standing.of(lena().candidate(), place, TODAY, ZONE);

        assertThat(Stream.of(
                                lena().born(LocalDate.of(1950, 1, 1)),
                                lena().born(null),
                                lena().level(""),
                                lena().times(Times.ANY))
                        .map(someone -> Standing.of(someone.candidate(), place, TODAY, ZONE)))
                .containsOnly(plain);
    }

    @Test
    void the_longest_wait_comes_first_unless_a_person_says_that_it_is_urgent() {
        var pool = new Pool(
                List.of(
                        lena().candidate("Lena", 19, ""),
                        lena().candidate("Ben", 30, ""),
                        lena().candidate("Cleo", 2, "loses her housing in December")),
                List.of(),
                Map.of(),
                NOW,
                ZONE);

        assertThat(pool.rankedFor(place(List.of(), Set.of())))
                .extracting(one -> one.entry().who().calledBy() + ", "
                        + String.join(", ", one.standing().reasons(one.comes())))
                .containsExactly(
                        "Cleo, waited 2 days, comes Tuesdays, urgent: loses her housing in December",
                        "Ben, waited 30 days, comes Tuesdays",
                        "Lena, waited 19 days, comes Tuesdays");
    }

    private static List<String> codes(AnyEntry entry, Place place) {
        return Fit.assess(entry.candidate(), place, NOW).stream()
                .map(Finding::code)
                .toList();
    }
}
