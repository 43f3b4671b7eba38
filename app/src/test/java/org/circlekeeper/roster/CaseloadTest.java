package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.LedDays.Led;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;

/** Whose records a leader may read, by who led what on which day. */
class CaseloadTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 5);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);

    private final PractitionerId marcus = new PractitionerId(UUID.randomUUID());
    private final PractitionerId dana = new PractitionerId(UUID.randomUUID());
    private final Group monday = group("Monday Circle", marcus);
    private final PatientId early = new PatientId(UUID.randomUUID());
    private final PatientId late = new PatientId(UUID.randomUUID());
    private final List<Membership> episodes =
            List.of(seat(early, new DateRange(OCTOBER, OCTOBER.plusDays(13))), seat(late, DateRange.from(NOVEMBER)));

    @Test
    void who_leads_a_group_reads_all_who_have_or_had_a_seat_and_every_sheet() {
        var own = Caseload.of(marcus, List.of(monday), Set.of(), episodes);

        assertThat(own.sees(monday.id())).isTrue();
        assertThat(own.patients()).containsExactlyInAnyOrder(early, late);
        assertThat(own.sees(monday.id(), OCTOBER)).isTrue();
    }

    @Test
    void who_leads_another_group_reads_nothing_of_this_one() {
        var own = Caseload.of(dana, List.of(monday, group("Tuesday Skills", dana)), Set.of(), episodes);

        assertThat(own.sees(monday.id())).isFalse();
        assertThat(own.patients()).isEmpty();
        assertThat(own.sees(monday.id(), OCTOBER)).isFalse();
    }

    @Test
    void who_led_it_on_a_day_reads_that_sheet_and_who_sat_there_then() {
        var own = Caseload.of(dana, List.of(monday), Set.of(new Led(monday.id(), OCTOBER)), episodes);

        assertThat(own.sees(monday.id(), OCTOBER)).isTrue();
        assertThat(own.sees(monday.id(), NOVEMBER)).isFalse();
        assertThat(own.sees(monday.id())).as("the group itself was handed over").isFalse();
        assertThat(own.patients()).containsExactly(early);
    }

    @Test
    void who_led_it_before_and_after_somebody_sat_there_does_not_read_them() {
        var led = Set.of(new Led(monday.id(), OCTOBER.minusDays(7)), new Led(monday.id(), OCTOBER.plusDays(14)));

        assertThat(Caseload.of(dana, List.of(monday), led, episodes).patients()).isEmpty();
    }

    private Membership seat(PatientId patient, DateRange days) {
        return new Membership(new MembershipId(UUID.randomUUID()), monday.id(), patient, days);
    }

    private static Group group(String name, PractitionerId leader) {
        return new Group(
                new GroupId(UUID.randomUUID()),
                name,
                UUID.randomUUID(),
                "Process group",
                ProcedureCode.GROUP_PSYCHOTHERAPY,
                false,
                2,
                null,
                10,
                leader,
                DateRange.from(OCTOBER),
                null,
                "");
    }
}
