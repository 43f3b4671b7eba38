package org.circlekeeper.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.oncall.OnCallPerson.Hours;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Phone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom to page next. */
class EscalationTest {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final OnCallPerson DAYS = person(1, new Hours(LocalTime.of(8, 0), LocalTime.of(20, 0)));
    private static final OnCallPerson NIGHTS = person(2, new Hours(LocalTime.of(20, 0), LocalTime.of(8, 0)));
    private static final OnCallPerson ALWAYS = person(3, null);

    @Test
    void the_first_within_their_hours_is_paged_and_then_the_next() {
        var list = List.of(DAYS, NIGHTS, ALWAYS);
        assertThat(Escalation.next(list, Set.of(), NOON)).contains(DAYS);
        assertThat(Escalation.next(list, Set.of(), NIGHT)).contains(NIGHTS);
        assertThat(Escalation.next(list, Set.of(NIGHTS.person()), NIGHT)).contains(ALWAYS);
    }

    @Test
    void better_somebody_off_their_hours_than_nobody() {
        var list = List.of(DAYS, NIGHTS);
        assertThat(Escalation.next(list, Set.of(DAYS.person()), NOON)).contains(NIGHTS);
        assertThat(Escalation.next(list, Set.of(DAYS.person(), NIGHTS.person()), NOON))
                .isEmpty();
        assertThat(Escalation.next(List.of(), Set.of(), NOON)).isEmpty();
    }

    @Test
    void somebody_is_on_call_when_no_minute_of_the_day_is_left_out() {
        assertThat(Escalation.isSomebodyAlways(List.of())).isFalse();
        assertThat(Escalation.isSomebodyAlways(List.of(DAYS))).isFalse();
        assertThat(Escalation.isSomebodyAlways(List.of(DAYS, NIGHTS))).isTrue();
        assertThat(Escalation.isSomebodyAlways(List.of(ALWAYS))).isTrue();
        var almost = person(4, new Hours(LocalTime.of(20, 1), LocalTime.of(8, 0)));
        assertThat(Escalation.isSomebodyAlways(List.of(DAYS, almost))).isFalse();
    }

    private static OnCallPerson person(int place, @Nullable Hours hours) {
        return new OnCallPerson(
                new PersonId(new UUID(0, place)), place, new Phone("2175550142"), "a@home.example", hours);
    }
}
