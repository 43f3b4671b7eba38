package org.circlekeeper.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.coverage.AnAuthorization.ANA;
import static org.circlekeeper.coverage.AnAuthorization.GROUP;
import static org.circlekeeper.coverage.AnAuthorization.PAYER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which authorization a visit takes its unit from. */
class AllotmentTest {

    private final Authorization spring = AnAuthorization.of("SPRING", 2, "2026-01-01", "2026-06-30");
    private final Authorization summer = AnAuthorization.of("SUMMER", 2, "2026-05-01", "2026-12-31");

    @Test
    void the_authorization_that_ends_first_is_used_first() {
        var visits = List.of(visit(1, "2026-06-01", null), visit(2, "2026-06-08", null), visit(3, "2026-06-15", null));

        assertThat(Allotment.of(List.of(summer, spring), visits))
                .containsEntry(id(1), spring.id())
                .containsEntry(id(2), spring.id())
                .containsEntry(id(3), summer.id());
    }

    @Test
    void one_unit_is_taken_by_the_earlier_of_two_visits_and_by_no_other() {
        var one = AnAuthorization.of("ONE", 1, "2026-01-01", "2026-12-31");
        var visits = List.of(visit(2, "2026-06-08", null), visit(1, "2026-06-01", null));

        assertThat(Allotment.of(List.of(one), visits)).containsOnlyKeys(id(1));
    }

    @Test
    void a_visit_that_has_a_unit_keeps_it_when_an_earlier_one_comes_to_light() {
        var one = AnAuthorization.of("ONE", 1, "2026-01-01", "2026-12-31");
        var visits = List.of(visit(1, "2026-06-01", null), visit(2, "2026-06-08", one.id()));

        assertThat(Allotment.of(List.of(one), visits)).containsOnlyKeys(id(2));
    }

    @Test
    void a_visit_loses_its_unit_when_the_authorization_ends_before_it() {
        var visits = List.of(visit(1, "2026-07-01", spring.id()));

        assertThat(Allotment.of(List.of(spring), visits)).isEmpty();
    }

    @Test
    void nobody_takes_a_unit_of_another_member_payer_or_service() {
        var ben = new PatientId(new UUID(9, 9));
        var family = new ProcedureCode("90849");
        var day = LocalDate.parse("2026-06-01");
        var visits = List.of(
                new Allotment.Visit(id(1), ben, PAYER, GROUP, day, null),
                new Allotment.Visit(id(2), ANA, new UUID(7, 7), GROUP, day, null),
                new Allotment.Visit(id(3), ANA, PAYER, family, day, null),
                new Allotment.Visit(id(4), ANA, null, GROUP, day, null));

        assertThat(Allotment.of(List.of(spring), visits)).isEmpty();
    }

    @Test
    void a_visit_after_the_plans_year_takes_no_unit_and_what_ends_so_is_used_first() {
        var year = AnAuthorization.until(AnAuthorization.of("YEAR", 9, "2026-01-01", "2027-05-31"), "2026-06-30");
        var visits =
                List.of(visit(1, "2026-06-29", null), visit(2, "2026-07-06", null), visit(3, "2026-07-13", year.id()));

        assertThat(Allotment.of(List.of(summer, year), visits))
                .containsEntry(id(1), year.id())
                .containsEntry(id(2), summer.id())
                .containsEntry(id(3), summer.id());
    }

    private static Allotment.Visit visit(int number, String day, @Nullable UUID held) {
        return new Allotment.Visit(id(number), ANA, PAYER, GROUP, LocalDate.parse(day), held);
    }

    private static UUID id(int number) {
        return new UUID(3, number);
    }
}
