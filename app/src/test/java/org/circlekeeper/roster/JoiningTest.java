package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may join which kind of group, and when. */
@PracticeTest
class JoiningTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Kinds kinds;

    @Autowired
    GroupRules rules;

    @Autowired
    GroupLeaders leaders;

    @Autowired
    Cycles cycles;

    @Autowired
    Rosters rosters;

    PracticeId practice;

    @BeforeEach
    void a_practice() {
        practice = any.open();
    }

    @Test
    void a_dbt_group_admits_only_between_modules() {
        var dbt = group("DBT skills", Joining.WINDOWS);
        any.run(practice, () -> {
            rules.open(dbt, "Module 1, mindfulness", FIRST, FIRST.plusDays(6), TESTER);
            rules.open(dbt, "Module 2, distress tolerance", FIRST.plusWeeks(6), FIRST.plusWeeks(7), TESTER);
        });

        assertThat(codes(admit(dbt, FIRST.plusWeeks(3)))).containsExactly("enrolment-closed");
        var against = ((Rosters.Joined.NotAdmitted) admit(dbt, FIRST.plusWeeks(3))).findings();
        assertThat(against.getFirst().remedy())
                .isEqualTo("Choose a first day from 2026-12-14 on, when it next takes members.");
        assertThat(admit(dbt, FIRST.plusDays(6))).isInstanceOf(Rosters.Joined.Seated.class);
        assertThat(admit(dbt, FIRST.plusWeeks(6))).isInstanceOf(Rosters.Joined.Seated.class);
    }

    @Test
    void a_closed_cohort_takes_nobody_after_its_window_but_past_a_reason_that_is_kept() {
        var cohort = group("Closed cohort", Joining.COHORT);
        any.run(practice, () -> rules.open(cohort, "The cohort", FIRST, FIRST.plusWeeks(2), TESTER));
        var late = any.patient(practice);

        assertThat(codes(admit(cohort, FIRST.plusWeeks(4)))).containsExactly("enrolment-closed");
        var despite = new Admission(cohort, late, DateRange.from(FIRST.plusWeeks(4)), "the team agreed");
        assertThat(any.in(practice, () -> rosters.admit(despite, TESTER))).isInstanceOf(Rosters.Joined.Seated.class);
        assertThat(any.in(practice, () -> rosters.moves(cohort)).getFirst().reason())
                .isEqualTo("past enrolment-closed: the team agreed");
    }

    @Test
    void a_group_that_comes_under_part_2_and_back_is_joined_as_it_was() {
        var group = group("Open evening", Joining.DROP_IN);
        var before = any.in(practice, () -> typeOf(group));
        any.run(practice, () -> groups.putUnderPart2(group, TESTER));
        var apart = any.in(practice, () -> typeOf(group));
        any.run(practice, () -> {
            kinds.drop(before.id(), TESTER);
            groups.takeBackPart2(List.of(group));
        });

        assertThat(apart.part2()).isTrue();
        assertThat(List.of(apart, any.in(practice, () -> typeOf(group)))).allSatisfy(type -> {
            assertThat(type.screened()).isEqualTo(before.screened()).isFalse();
            assertThat(type.joining()).isEqualTo(Joining.DROP_IN);
            assertThat(type.population()).isEqualTo(before.population());
        });
        assertThat(any.in(practice, () -> typeOf(group)).part2()).isFalse();
    }

    private Groups.Type typeOf(GroupId group) {
        return groups.type(groups.find(group).orElseThrow().type()).orElseThrow();
    }

    @Test
    void a_window_that_is_removed_lets_nobody_in_any_more() {
        var dbt = group("DBT skills", Joining.WINDOWS);
        any.run(practice, () -> rules.open(dbt, "Module 1", FIRST, FIRST.plusDays(6), TESTER));
        any.run(practice, () -> rules.shut(rules.windows(dbt).getFirst(), TESTER));

        assertThat(codes(admit(dbt, FIRST))).containsExactly("enrolment-closed");
    }

    @Test
    void two_who_are_kept_apart_by_a_court_never_sit_together_and_nobody_is_told_who() {
        var open = group("Open group", Joining.OPEN);
        var one = any.patient(practice);
        var other = any.patient(practice);
        any.run(practice, () -> {
            rules.keepApart(one, other, true, "order of the court", DateRange.from(FIRST), TESTER);
            rosters.admit(new Admission(open, one, DateRange.from(FIRST)), TESTER);
        });

        var asked = new Admission(open, other, DateRange.from(FIRST), "all the same");
        var answer = any.in(practice, () -> rosters.admit(asked, TESTER));

        assertThat(codes(answer)).containsExactly("protective-order");
        assertThat(((Rosters.Joined.NotAdmitted) answer)
                        .findings()
                        .getFirst()
                        .because()
                        .sentence())
                .isEqualTo("Somebody with a seat in Open group and they are kept apart by a court's order.");
    }

    @Test
    void an_age_that_the_kind_is_not_for_holds_and_one_it_is_for_does_not() {
        var open = group("Open group", Joining.OPEN);
        var type = any.in(practice, () -> groups.find(open)).orElseThrow().type();
        any.run(practice, () -> {
            kinds.add(criterion(type, Criterion.Kind.AGE_FROM, "18", false), TESTER);
            kinds.add(criterion(type, Criterion.Kind.AGE_FROM, "40", true), TESTER);
        });

        assertThat(codes(admit(open, FIRST))).containsExactly("age-outside");
    }

    @Test
    void a_group_that_has_ended_takes_nobody() {
        var open = group("Open group", Joining.OPEN);
        any.run(practice, () -> groups.end(open, FIRST.plusWeeks(1), TESTER));

        assertThat(codes(admit(open, FIRST.plusWeeks(2)))).containsExactly("group-not-then");
    }

    @Test
    void a_kind_is_not_removed_while_a_group_is_of_it() {
        var open = group("Open group", Joining.OPEN);
        var type = any.in(practice, () -> groups.find(open)).orElseThrow().type();
        var unused = any.in(practice, kinds::newId);
        any.run(
                practice,
                () -> kinds.found(
                        new Groups.Type(
                                unused, "Families", new ProcedureCode("90849"), true, Joining.OPEN, true, "", 14, true),
                        TESTER));

        assertThat(any.in(practice, () -> kinds.drop(type, TESTER))).isFalse();
        assertThat(any.in(practice, () -> kinds.find(unused))
                        .orElseThrow()
                        .type()
                        .noticeDays())
                .isEqualTo(14);
        assertThat(any.in(practice, () -> kinds.drop(unused, TESTER))).isTrue();
        assertThat(any.in(practice, () -> kinds.find(unused))).isEmpty();
    }

    @Test
    void the_next_cycle_is_a_group_alike_with_its_windows_moved_and_nobody_in_it() {
        var dbt = group("DBT skills", Joining.WINDOWS);
        any.run(practice, () -> {
            rules.open(dbt, "Module 1", FIRST, FIRST.plusDays(6), TESTER);
            leaders.add(dbt, any.leader(practice), GroupLeader.Part.CO_LEADING, DateRange.from(FIRST), TESTER);
            rosters.admit(new Admission(dbt, any.patient(practice), DateRange.from(FIRST)), TESTER);
        });

        var next = any.in(
                practice,
                () -> cycles.begin(groups.find(dbt).orElseThrow(), "Spring 2027", FIRST.plusWeeks(20), TESTER));

        var group = any.in(practice, () -> groups.find(next)).orElseThrow();
        assertThat(group.name()).isEqualTo("DBT skills, Spring 2027");
        assertThat(any.in(practice, () -> rules.windows(next)))
                .extracting(EnrolmentWindow::first)
                .containsExactly(FIRST.plusWeeks(20));
        assertThat(any.in(practice, () -> leaders.of(next))).hasSize(1);
        assertThat(any.in(practice, () -> rosters.of(next))).isEmpty();
        assertThat(Cycles.name(group, "Autumn 2027")).isEqualTo("DBT skills, Autumn 2027");
    }

    private static Criterion criterion(UUID type, Criterion.Kind kind, String wanted, boolean excludes) {
        return new Criterion(UUID.randomUUID(), type, null, excludes, kind, wanted, "By age.");
    }

    private GroupId group(String kind, Joining joining) {
        return any.in(practice, () -> {
            var type = new Groups.Type(
                    kinds.newId(), kind, ProcedureCode.GROUP_PSYCHOTHERAPY, false, joining, false, "", 0, false);
            kinds.found(type, TESTER);
            return groups.found(type, kind, 8, any.leader(practice), DateRange.from(FIRST), TESTER);
        });
    }

    private Rosters.Joined admit(GroupId group, LocalDate from) {
        PatientId patient = any.patient(practice);
        return any.in(practice, () -> rosters.admit(new Admission(group, patient, DateRange.from(from)), TESTER));
    }

    private static List<String> codes(Rosters.Joined joined) {
        return joined instanceof Rosters.Joined.NotAdmitted(var findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of();
    }
}
