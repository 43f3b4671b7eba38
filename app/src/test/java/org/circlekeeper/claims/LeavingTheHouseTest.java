package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From a ready claim to a file outside: who may let it go, what calls it back, what a crash leaves. */
@PracticeTest
class LeavingTheHouseTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private Charts charts;

    @Autowired
    private Home home;

    @Autowired
    private NumberStore numbers;

    @Autowired
    private Practices practices;

    @TempDir
    private Path out;

    private PracticeId practice;
    private List<PatientId> members;
    private SessionId session;

    @BeforeEach
    void a_session_that_was_held() {
        var held = story.held(MONDAY, 3);
        practice = held.practice();
        members = held.members();
        session = held.session();
    }

    @AfterEach
    void nothing_dies_any_more() {
        KillPoint.instead(null);
    }

    @Test
    void the_button_files_at_once_in_the_persons_name() {
        story.scheduledRound(practice, Trust.ACT);

        var filed = story.in(practice, () -> claims.release(List.of(), BilledPractice.DANA));

        assertThat(filed)
                .singleElement()
                .satisfies(batch -> assertThat(batch.claims()).isEqualTo(3));
        assertThat(statuses()).containsOnly(ClaimStatus.SENT);
        assertThat(outbox(batch().fileName())).hasBinaryContent(story.in(practice, () -> claims.content(batch().id())));
        assertThat(batch().test()).isTrue();
    }

    @Test
    void a_session_with_a_seat_unmarked_is_not_released() {
        story.scheduledRound(practice, Trust.ACT);
        story.correct(practice, session, members.getFirst(), Presence.UNMARKED);

        assertThat(story.in(practice, () -> claims.releasable(BilledPractice.DANA)))
                .isEmpty();
    }

    @Test
    void presence_taken_back_before_filing_withdraws_the_claim() {
        story.scheduledRound(practice, Trust.ACT);
        story.correct(practice, session, members.getFirst(), Presence.ABSENT);

        story.round(practice);

        assertThat(statuses()).containsExactlyInAnyOrder(ClaimStatus.VOIDED, ClaimStatus.SENT, ClaimStatus.SENT);
    }

    @Test
    void a_claim_whose_facts_changed_after_it_was_prepared_does_not_leave_as_it_was() {
        story.scheduledRound(practice, Trust.ACT);
        story.run(
                practice,
                () -> charts.diagnose(
                        members.getFirst(),
                        List.of(new DiagnosisCode("F41.1")),
                        BilledPractice.YEAR_BEGAN,
                        BilledPractice.DANA));

        var filed = story.in(practice, () -> claims.release(List.of(), BilledPractice.DANA));

        assertThat(filed)
                .singleElement()
                .satisfies(batch -> assertThat(batch.claims()).isEqualTo(2));
        story.round(practice);
        assertThat(statuses()).containsOnly(ClaimStatus.SENT);
        assertThat(diagnosesOf(members.getFirst())).containsExactly("F41.1");
    }

    @Test
    void presence_taken_back_after_sending_is_asked_about() {
        story.round(practice);
        story.correct(practice, session, members.getFirst(), Presence.ABSENT);

        var entries = story.round(practice);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.ASKED);
            assertThat(entry.question()).contains("Void it or correct it?");
        });
    }

    @Test
    void a_restriction_that_comes_between_filing_and_sending_calls_the_file_back() {
        KillPoint.instead(place -> {
            if (place.equals("before-commit")) {
                KillPoint.instead(null);
                restrictions.restrict(session, members.getFirst(), MONDAY, BilledPractice.DANA);
            }
        });

        story.round(practice);

        assertThat(statuses()).containsExactlyInAnyOrder(ClaimStatus.HELD, ClaimStatus.SENT, ClaimStatus.SENT);
        var files = story.in(practice, () -> claims.batches(10));
        assertThat(files).hasSize(2);
        assertThat(files.getLast().recalledWhy()).contains("may no longer be told");
        assertThat(outbox(files.getLast().fileName())).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before-reserve",
                "after-reserve",
                "after-render",
                "before-commit",
                "after-commit",
                "before-write",
                "after-temp",
                "after-rename",
                "before-mark",
                "after-mark"
            })
    void i13_a_fault_at_any_point_of_a_batch_loses_no_claim_and_sends_none_twice(String point) {
        KillPoint.instead(place -> {
            if (place.equals(point)) {
                KillPoint.instead(null);
                throw new Error("died at " + place);
            }
        });
        var died = catchThrowable(() -> story.round(practice));

        assertThat(died).hasStackTraceContaining("died at " + point);
        story.round(practice);
        assertThat(statuses()).hasSize(3).containsOnly(ClaimStatus.SENT);
        var files = story.in(practice, () -> claims.batches(10));
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.claims()).isEqualTo(3));
        assertThat(outboxFiles()).containsExactly(files.getFirst().fileName());
        assertThat(story.round(practice)).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_written_waits_is_asked_about_and_goes_with_the_next_round() throws IOException {
        story.scheduledRound(practice, Trust.ACT);
        var npi = story.in(practice, () -> practices.current().npi());
        long next = story.in(practice, numbers::control) + 1;
        var taken = outbox("837P-" + npi + "-BRHP1-20261123-%09d.edi".formatted(next));
        Files.createDirectories(taken.getParent());
        Files.writeString(taken, "somebody else's");

        assertThat(story.round(practice))
                .anySatisfy(entry -> assertThat(entry.question()).isNotNull().startsWith("A claims file waits."));

        assertThat(statuses()).containsOnly(ClaimStatus.BATCHED);
        assertThat(batch().trouble()).contains("Nothing was lost");
        assertThat(story.in(practice, () -> claims.export(out, false, BilledPractice.DANA))
                        .refused())
                .singleElement()
                .asString()
                .contains("has not left");
        Files.delete(taken);
        story.round(practice);
        assertThat(statuses()).containsOnly(ClaimStatus.SENT);
        assertThat(story.in(practice, () -> claims.export(out, false, BilledPractice.DANA))
                        .files())
                .hasSize(1);
    }

    @Test
    void a_claim_withdrawn_and_brought_back_is_a_new_claim_with_a_new_number() {
        story.scheduledRound(practice, Trust.ACT);
        story.correct(practice, session, members.getFirst(), Presence.ABSENT);
        story.scheduledRound(practice, Trust.ACT);
        story.correct(practice, session, members.getFirst(), Presence.PRESENT);

        story.round(practice);

        var all = story.in(practice, () -> claims.list(ClaimFilter.all()));
        assertThat(all).hasSize(4).extracting(Claim::number).doesNotHaveDuplicates();
        assertThat(all).filteredOn(claim -> claim.status() == ClaimStatus.SENT).hasSize(3);
    }

    private List<ClaimStatus> statuses() {
        return story.in(practice, () -> claims.list(ClaimFilter.all())).stream()
                .map(Claim::status)
                .toList();
    }

    private List<String> diagnosesOf(PatientId patient) {
        return story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT))).stream()
                .filter(claim -> claim.patient().equals(patient))
                .findFirst()
                .orElseThrow()
                .diagnoses();
    }

    private Batch batch() {
        return story.in(practice, () -> claims.batches(1)).getFirst();
    }

    private Path outbox(String file) {
        return home.outbox().resolve("837").resolve(file);
    }

    private List<String> outboxFiles() {
        var mine = story.in(practice, () -> claims.batches(1))
                .getFirst()
                .fileName()
                .substring(0, 15);
        try (Stream<Path> files = Files.list(home.outbox().resolve("837"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(mine))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
