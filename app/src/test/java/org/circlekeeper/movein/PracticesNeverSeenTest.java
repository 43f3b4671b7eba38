package org.circlekeeper.movein;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class PracticesNeverSeenTest {

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    Rounds rounds;

    @Autowired
    Claims claims;

    @Autowired
    Patients patients;

    @Autowired
    PracticeScope scope;

    static Stream<Arguments> practices() {
        return LongStream.range(0, 15)
                .mapToObj(seed -> Arguments.of(seed, Dialect.ALL.get((int) (seed % Dialect.ALL.size()))));
    }

    @ParameterizedTest(name = "practice {0} in dialect {1}")
    @MethodSource("practices")
    void each_visit_becomes_a_claim_or_stands_in_unbilled_once(long seed, Dialect dialect) {
        var invented = new InventedPractice(seed, dialect);
        var practice = invented.folder.opened(openings);
        var tried = scope.in(practice, () -> imports.dryRun(invented.folder.drop(), Folder.OPERATOR));
        var done = take(invented, practice);

        assertThat(done.refused()).isEmpty();
        assertThat(done.groups()).isEqualTo(invented.groupsHeld());
        assertThat(done.sessions()).isEqualTo((int) invented.sessionsHeld());
        assertThat(done.patients()).isEqualTo(invented.patients());
        assertThat(done.imported()).isEqualTo(2 + invented.patients() + 2 * invented.visits.size());
        assertThat(counts(tried)).isEqualTo(counts(done));
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
        assertThat(sent(practice)).isEqualTo(expectedSent(invented));
        var unbilled = scope.in(practice, () -> claims.unbilled(BEGINNING, InventedPractice.TODAY));
        assertThat(unbilled.byReason()).isEqualTo(expectedUnbilled(invented));
        assertThat(unbilled.rows())
                .extracting(row -> row.patient() + " " + row.session())
                .doesNotHaveDuplicates()
                .hasSize(invented.visits.size() - sent(practice).size());

        var again = take(invented, practice);
        assertThat(counts(again))
                .isEqualTo(List.of(done.groups(), done.sessions(), done.patients(), 0, done.imported(), 0));
        assertThat(again.vanished()).isEmpty();
        assertThat(rounds.make(practice, Trust.ACT, Folder.OPERATOR)).isEmpty();
    }

    @ParameterizedTest(name = "practice {0} in dialect {1}")
    @MethodSource("practices")
    void an_import_taken_back_leaves_nothing_and_can_be_made_again(long seed, Dialect dialect) {
        var invented = new InventedPractice(seed + 100, dialect);
        var practice = invented.folder.opened(openings);
        var first = take(invented, practice);
        var undone = scope.in(practice, () -> imports.undo(Objects.requireNonNull(first.undo()), Folder.OPERATOR));

        assertThat(undone).isEqualTo(new Undone.TakenBack(first.imported()));
        scope.run(practice, () -> assertThat(patients.search("")).isEmpty());
        assertThat(counts(take(invented, practice))).isEqualTo(counts(first));
    }

    private static List<Integer> counts(ImportResult result) {
        return List.of(
                result.groups(),
                result.sessions(),
                result.patients(),
                result.imported(),
                result.unchanged(),
                result.changed());
    }

    private Map<String, String> sent(PracticeId practice) {
        var sent = new TreeMap<String, String>();
        scope.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.BATCHED, ClaimStatus.SENT)))
                .forEach(claim -> {
                    assertThat(claim.charge().cents()).isEqualTo(7350);
                    sent.put(
                            claim.patientExternalId() + " " + claim.serviceDate() + " " + claim.placeOfService(),
                            "to " + claim.payerId());
                });
        return sent;
    }

    private static Map<String, String> expectedSent(InventedPractice invented) {
        var sent = new TreeMap<String, String>();
        invented.expected().forEach((visit, outcome) -> {
            if (outcome.startsWith("to ")) {
                sent.put(visit.client() + " " + visit.date() + " " + invented.place(visit), outcome);
            }
        });
        return sent;
    }

    private static Map<String, Long> expectedUnbilled(InventedPractice invented) {
        var all = new HashMap<>(invented.expected());
        all.values().removeIf(outcome -> outcome.startsWith("to "));
        return new TreeMap<>(all.values().stream().collect(groupingBy(outcome -> outcome, counting())));
    }

    private ImportResult take(InventedPractice invented, PracticeId practice) {
        return Folder.take(imports, scope, practice, invented.folder, false);
    }
}
