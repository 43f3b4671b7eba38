package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which fee of its own a session has: its group's before its kind's, the newest that has begun. */
class FeeScheduleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final UUID KIND = UUID.randomUUID();
    private static final GroupId GROUP = new GroupId(UUID.randomUUID());

    @Test
    void the_fee_of_the_group_stands_before_that_of_its_kind() {
        assertThat(on(kind(DAY, 90L))).contains(new Money(90));
        assertThat(on(kind(DAY, 90L), group(DAY, 110L))).contains(new Money(110));
        assertThat(on()).isEmpty();
    }

    @Test
    void the_newest_that_has_begun_holds_whatever_their_order() {
        assertThat(on(kind(DAY.minusDays(9), 70L), kind(DAY.plusDays(1), 99L), kind(DAY, 90L)))
                .contains(new Money(90));
        assertThat(on(kind(DAY.plusDays(1), 99L))).isEmpty();
    }

    @Test
    void a_line_without_an_amount_ends_what_stood_before_it() {
        assertThat(on(kind(DAY, 90L), group(DAY.minusDays(9), 110L), group(DAY, null)))
                .as("and the kind's holds again")
                .contains(new Money(90));
        assertThat(on(kind(DAY.minusDays(9), 90L), kind(DAY, null))).isEmpty();
    }

    @Test
    void a_fee_of_another_group_or_kind_is_none_of_this_one() {
        var other = new OwnFee(null, new GroupId(UUID.randomUUID()), DAY, new Money(5));
        assertThat(on(other, new OwnFee(UUID.randomUUID(), null, DAY, new Money(6))))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new OwnFee(KIND, GROUP, DAY, new Money(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> new OwnFee(null, null, DAY, new Money(5)));
    }

    @Test
    void a_group_in_another_kind_goes_on_to_cost_what_it_cost() {
        var another = UUID.randomUUID();
        var there = new OwnFee(another, null, DAY, new Money(70));

        assertThat(goOn(another, kind(DAY, 70L), there)).as("it does by itself").contains(List.of());
        assertThat(goOn(another, kind(DAY, 90L), kind(DAY.plusDays(9), 95L), there))
                .contains(List.of(group(DAY, 90L), group(DAY.plusDays(9), 95L)));
        assertThat(goOn(another, kind(DAY.plusDays(1), 90L), there))
                .as("on the first day it had no fee of its own, and would have one there")
                .isEmpty();
        assertThat(goOn(another, group(DAY, 50L), kind(DAY, 90L), there)).contains(List.of());
    }

    private static Optional<List<OwnFee>> goOn(UUID another, OwnFee... fees) {
        return new FeeSchedule(List.of(fees)).goOn(GROUP, KIND, another);
    }

    private static Optional<Money> on(OwnFee... fees) {
        return new FeeSchedule(List.of(fees)).on(GROUP, KIND, DAY);
    }

    private static OwnFee kind(LocalDate from, @Nullable Long cents) {
        return new OwnFee(KIND, null, from, cents == null ? null : new Money(cents));
    }

    private static OwnFee group(LocalDate from, @Nullable Long cents) {
        return new OwnFee(null, GROUP, from, cents == null ? null : new Money(cents));
    }
}
