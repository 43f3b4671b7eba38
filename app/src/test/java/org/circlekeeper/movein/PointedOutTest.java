package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of claims once a person has said what a column is that nobody knew. */
@PracticeTest
class PointedOutTest {

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    Rounds rounds;

    @Autowired
    Claims claims;

    @Autowired
    PracticeScope scope;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
        folder.ofThree(ThreeMembers.CAME);
    }

    @Test
    void i01_a_restriction_under_a_name_of_its_own_keeps_the_claim_here() {
        anaHas("Restriction", "yes");
        assertThat(take().imported()).isZero();
        pointOut("plan restricted", "Restriction");

        assertThat(take().refused()).isEmpty();
        assertThat(sent()).containsExactly("A2", "A3");
    }

    @Test
    void i01_a_mark_of_part_2_keeps_all_claims_of_the_group_here() {
        anaHas("Part 2", "yes");

        assertThat(take().refused()).isEmpty();
        assertThat(sent()).isEmpty();
    }

    @Test
    void none_lets_the_others_come_and_is_remembered() {
        anaHas("Movement restrictions", "no stairs");
        assertThat(take().imported()).isZero();
        pointOut("plan restricted", Column.NONE);

        assertThat(take().refused()).isEmpty();
        assertThat(take().whole()).isTrue();
        assertThat(sent()).containsExactly("A1", "A2", "A3");
    }

    private void anaHas(String header, String says) {
        folder.replacing("clients.csv", "Diagnosis\n", "Diagnosis," + header + "\n")
                .replacing("clients.csv", "X123,F33.1", "X123,F33.1," + says);
    }

    private void pointOut(String column, String header) {
        scope.run(
                practice,
                () -> assertThat(imports.remember("clients.csv", column, header))
                        .isTrue());
    }

    private ImportResult take() {
        return Folder.take(imports, scope, practice, folder, false);
    }

    private List<String> sent() {
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
        return scope.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.BATCHED, ClaimStatus.SENT))).stream()
                .map(claim -> claim.patientExternalId())
                .sorted()
                .toList();
    }
}
