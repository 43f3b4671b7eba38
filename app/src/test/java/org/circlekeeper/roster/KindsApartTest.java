package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a group that comes under 42 CFR Part 2: all but the mark stays as it was. */
@PracticeTest
class KindsApartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Kinds kinds;

    @Autowired
    OwnFees fees;

    private PracticeId practice;
    private Groups.Type type;
    private GroupId morning;
    private GroupId evening;

    @BeforeEach
    void two_groups_of_one_kind() {
        practice = any.open();
        type = any.in(practice, () -> groups.type("Group therapy", ProcedureCode.GROUP_PSYCHOTHERAPY, false));
        morning = found("Morning");
        evening = found("Evening");
    }

    @Test
    void whom_it_is_for_goes_with_it_and_comes_back() {
        any.run(practice, () -> {
            kinds.add(adults(type.id(), null), TESTER);
            kinds.add(adults(type.id(), morning), TESTER);
            kinds.add(adults(type.id(), evening), TESTER);
        });

        underPart2(morning);

        var apart = typeOf(morning);
        assertThat(any.in(practice, () -> kinds.criteria(apart.id())))
                .extracting(Criterion::group)
                .containsExactlyInAnyOrder(null, morning);
        any.run(practice, () -> groups.takeBackPart2(List.of(morning)));
        assertThat(any.in(practice, () -> kinds.criteria(type.id())))
                .extracting(Criterion::group)
                .containsExactlyInAnyOrder(null, morning, evening);
    }

    @Test
    void where_nobody_is_screened_nobody_is_in_the_kind_that_is_there_already() {
        var screened = any.in(practice, () -> groups.part2Type("Group therapy", ProcedureCode.GROUP_PSYCHOTHERAPY));

        underPart2(morning);

        assertThat(screened.screened()).isTrue();
        assertThat(typeOf(morning).screened()).isFalse();
        assertThat(typeOf(morning).id()).isNotEqualTo(screened.id());
    }

    @Test
    void a_kind_that_is_for_others_is_another_kind() {
        underPart2(morning);
        any.run(practice, () -> kinds.add(adults(type.id(), null), TESTER));

        underPart2(evening);

        assertThat(typeOf(evening).id()).isNotEqualTo(typeOf(morning).id());
    }

    @Test
    void a_change_of_fee_parts_no_kind_and_the_group_costs_what_it_did() {
        charge(FIRST, "90");
        underPart2(morning);
        charge(FIRST.plusMonths(1), "100");

        underPart2(evening);

        var apart = typeOf(evening);
        assertThat(apart.id()).isEqualTo(typeOf(morning).id());
        var schedule = any.in(practice, () -> fees.schedule());
        assertThat(schedule.on(evening, apart.id(), FIRST)).contains(Money.dollars("90"));
        assertThat(schedule.on(evening, apart.id(), FIRST.plusMonths(1))).contains(Money.dollars("100"));
        assertThat(schedule.on(morning, apart.id(), FIRST.plusMonths(1))).contains(Money.dollars("90"));
    }

    @Test
    void a_group_with_a_fee_of_its_own_is_worked_on_and_one_that_follows_its_kind_is_not() {
        charge(FIRST, "90");
        assertThat(workedOn()).isEmpty();

        any.run(practice, () -> fees.charge(new OwnFee(null, morning, FIRST, Money.dollars("80")), TESTER));

        assertThat(workedOn()).containsExactly(morning);
    }

    private List<GroupId> workedOn() {
        return any.in(practice, () -> groups.workedOn(List.of(morning, evening)));
    }

    private void charge(LocalDate from, String dollars) {
        any.run(practice, () -> fees.charge(new OwnFee(type.id(), null, from, Money.dollars(dollars)), TESTER));
    }

    private void underPart2(GroupId group) {
        any.run(practice, () -> groups.putUnderPart2(group, TESTER));
    }

    private Groups.Type typeOf(GroupId group) {
        return any.in(
                practice,
                () -> groups.type(groups.find(group).orElseThrow().type()).orElseThrow());
    }

    private static Criterion adults(UUID type, @Nullable GroupId group) {
        return new Criterion(
                UUID.randomUUID(), type, group, false, Criterion.Kind.AGE_FROM, "18", "Eighteen or older.");
    }

    private GroupId found(String name) {
        return any.in(practice, () -> groups.found(type, name, 8, any.leader(practice), DateRange.from(FIRST), TESTER));
    }
}
