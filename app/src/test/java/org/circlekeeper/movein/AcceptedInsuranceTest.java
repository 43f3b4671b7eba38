package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of insurance when somebody accepts what the export says otherwise. */
@PracticeTest
class AcceptedInsuranceTest {

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    @Autowired
    Patients patients;

    @Autowired
    Coverages coverages;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void moveIn() {
        practice = folder.opened(openings);
        take(false);
    }

    @Test
    void new_insurance_holds_from_the_day_it_is_accepted() {
        folder.replacing("clients.csv", "MCR12597620", "MCR99999999");
        take(true);

        scope.run(
                practice,
                () -> assertThat(coverages.of(patient("C1001")))
                        .extracting(coverage -> coverage.memberId() + " " + coverage.days())
                        .containsExactly(
                                "MCR99999999 " + DateRange.from(LocalDate.of(2026, 11, 23)),
                                "MCR12597620 " + new DateRange(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 11, 22))));
    }

    @Test
    void insurance_that_was_typed_in_here_stays_when_the_export_s_own_is_changed() {
        var second = new DateRange(LocalDate.of(2026, 6, 1), null);
        scope.run(practice, () -> {
            var first = coverages.of(patient("C1001")).getFirst();
            var typed = new Coverage(
                    coverages.newId(),
                    first.patient(),
                    first.payer(),
                    "S",
                    "SECOND1",
                    "",
                    "18",
                    null,
                    second,
                    "read from the card");
            coverages.add(List.of(typed), Folder.OPERATOR, "test");
        });
        folder.replacing("clients.csv", "MCR12597620", "MCR99999999");
        assertThat(take(false).differences())
                .singleElement()
                .satisfies(one -> assertThat(one.remedy()).contains("ends yesterday", "what was typed in here stays"));
        take(true);

        assertThat(insured()).contains("SECOND1 " + second);
    }

    @Test
    void insurance_that_began_today_is_replaced_and_not_kept_beside_the_new_one() {
        folder.replacing("clients.csv", "MCR12597620", "MCR99999999");
        take(true);
        folder.replacing("clients.csv", "MCR99999999", "MCR88888888");
        take(true);

        assertThat(insured())
                .containsExactly(
                        "MCR88888888 " + DateRange.from(LocalDate.of(2026, 11, 23)),
                        "MCR12597620 " + new DateRange(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 11, 22)));
    }

    private List<String> insured() {
        return scope.in(
                practice,
                () -> coverages.of(patient("C1001")).stream()
                        .map(coverage -> coverage.memberId() + " " + coverage.days())
                        .toList());
    }

    private PatientId patient(String client) {
        return Objects.requireNonNull(patients.byExternalId().get(client)).id();
    }

    private ImportResult take(boolean accept) {
        return Folder.take(imports, scope, practice, folder, accept);
    }
}
