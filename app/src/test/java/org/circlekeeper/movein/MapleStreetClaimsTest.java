package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.claims.Export;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.x12.Oracles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@PracticeTest
class MapleStreetClaimsTest {

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

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

    @TempDir
    Path out;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void moveIn() {
        practice = folder.opened(openings);
    }

    @Test
    void its_exports_become_exactly_the_claims_expected_of_them() throws Exception {
        var expected = JsonMapper.shared()
                .readTree(Files.readAllBytes(Path.of("src/test/resources/sample/maple-street/expected.json")));
        take();
        round();
        var exported = export();

        var byPayer = new TreeMap<String, Integer>();
        exported.files().forEach(file -> byPayer.merge(file.payerId(), file.claims(), Integer::sum));
        var wanted = new TreeMap<String, Integer>();
        expected.path("byPayer")
                .properties()
                .forEach(payer -> wanted.put(payer.getKey(), payer.getValue().asInt()));
        assertThat(byPayer).isEqualTo(wanted);
        assertThat(byPayer.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(expected.path("insuredPresentSigned").asInt());

        for (var file : exported.files()) {
            assertThat(Oracles.take(Files.readAllBytes(out.resolve(file.file()))))
                    .hasSize(file.claims());
        }
        var unbilled = scope.in(practice, () -> claims.unbilled(BEGINNING, TODAY));
        assertThat(unbilled.byReason())
                .isEqualTo(Map.of("absent", 13L, "late-cancel", 5L, "excused", 5L, "note-unsigned", 4L));
        assertThat(unbilled.total()).isEqualTo(27);
    }

    @Test
    void again_from_the_beginning_nothing_is_new() {
        take();
        round();
        export();

        assertThat(take().imported()).isZero();
        assertThat(rounds.make(practice, Trust.ACT)).isEmpty();
        assertThat(export().files()).isEmpty();
        assertThat(scope.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT))))
                .hasSize(173);
    }

    @Test
    void an_import_whose_claims_were_prepared_can_be_undone_and_one_whose_claims_were_filed_cannot() {
        var token = Objects.requireNonNull(take().undo());
        rounds.make(practice, Trust.PROPOSE);
        assertThat(scope.in(practice, () -> imports.undo(token, Folder.OPERATOR)))
                .isInstanceOf(Undone.TakenBack.class);

        var second = Objects.requireNonNull(take().undo());
        round();
        assertThat(scope.in(practice, () -> imports.undo(second, Folder.OPERATOR)))
                .isEqualTo(new Undone.NotPossible(
                        "Claims of these sessions have been filed. They stay; withdraw a claim that is wrong."));
        scope.run(
                practice,
                () -> assertThat(claims.list(ClaimFilter.of(ClaimStatus.SENT))).hasSize(173));
    }

    @Test
    void an_import_that_breaks_in_the_middle_leaves_nothing_and_the_next_one_is_whole() {
        assertThatThrownBy(() -> scope.in(
                        practice,
                        () -> imports.take(folder.drop(), Folder.OPERATOR, false, doing -> {
                            if (doing.startsWith("Groups 3")) {
                                throw new IllegalStateException("killed");
                            }
                        })))
                .hasMessage("killed");
        scope.run(practice, () -> assertThat(patients.search("")).isEmpty());

        assertThat(take().imported()).isEqualTo(453);
    }

    @Test
    void a_session_restricted_by_the_member_is_held_for_every_payer() {
        folder.replacing("appointments.csv", "CPT,Status,Fee", "CPT,Status,Plan Restricted");
        var rows = folder.text("appointments.csv").replace(",Show,65.00", ",Show,");
        folder.write("appointments.csv", rows.replaceFirst("(10/19/2026,09:00,[^\\n]*C1001[^\\n]*,Show,)", "$1yes"));
        take();
        round();

        scope.run(practice, () -> {
            assertThat(claims.list(ClaimFilter.of(ClaimStatus.SENT))).hasSize(172);
            assertThat(claims.list(ClaimFilter.of(ClaimStatus.HELD)))
                    .filteredOn(claim ->
                            claim.holds().stream().anyMatch(one -> one.code().equals("plan-restricted")))
                    .singleElement()
                    .satisfies(claim -> assertThat(claim.patientExternalId()).isEqualTo("C1001"));
        });
    }

    private ImportResult take() {
        return Folder.take(imports, scope, practice, folder, false);
    }

    private void round() {
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
    }

    private Export.Exported export() {
        return scope.in(practice, () -> claims.export(out, false, Folder.OPERATOR));
    }
}
