package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a diagnosis when somebody accepts what the export says otherwise. */
@PracticeTest
class AcceptedDiagnosisTest {

    private static final LocalDate ADDED = LocalDate.of(2026, 1, 15);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    @Autowired
    Patients patients;

    @Autowired
    Charts charts;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void a_practice() {
        practice = folder.opened(openings);
    }

    @Test
    void one_that_was_missing_holds_as_if_it_had_been_there_the_first_time() {
        folder.replacing("clients.csv", "MCR12597620,F33.0", "MCR12597620,");
        take(false);
        folder.replacing("clients.csv", "MCR12597620,", "MCR12597620,F33.0");
        take(true);

        assertThat(diagnoses("C1001")).containsExactly("F33.0 " + DateRange.from(ADDED));
    }

    @Test
    void another_one_holds_from_the_day_on_which_it_is_accepted() {
        take(false);
        folder.replacing("clients.csv", "MCR12597620,F33.0", "MCR12597620,F41.1");
        take(true);

        assertThat(diagnoses("C1001"))
                .containsExactlyInAnyOrder(
                        "F33.0 " + new DateRange(ADDED, TODAY.minusDays(1)), "F41.1 " + DateRange.from(TODAY));
    }

    private List<String> diagnoses(String client) {
        return scope.in(
                practice,
                () -> charts.diagnoses(patient(client)).stream()
                        .map(one -> one.code().value() + " " + one.days())
                        .toList());
    }

    private PatientId patient(String client) {
        return patients.search("").stream()
                .filter(one -> client.equals(one.externalId()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void take(boolean accept) {
        Folder.take(imports, scope, practice, folder, accept);
    }
}
