package org.circlekeeper.claims;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody changes their mind, or somebody else does the same, while claims are being filed. */
@PracticeTest
class AtTheLastMomentTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final int SEATS = 4;

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private Encounters encounters;

    @Autowired
    private Practices practices;

    @Autowired
    private Home home;

    @TempDir
    private Path out;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private PracticeId practice;
    private List<PatientId> members;
    private SessionId session;

    @BeforeEach
    void a_session_whose_claims_are_ready() {
        var held = story.held(MONDAY, SEATS);
        practice = held.practice();
        members = held.members();
        session = held.session();
        story.scheduledRound(practice, Trust.ACT);
    }

    @AfterEach
    void nothing_happens_meanwhile_any_more() {
        KillPoint.instead(null);
        threads.shutdownNow();
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({
        "before-reserve,ABSENT",
        "after-reserve,EXCUSED",
        "after-render,ABSENT",
        "after-render,LATE_CANCEL",
        "after-commit,ABSENT",
        "after-commit,LATE_CANCEL"
    })
    void i01_presence_taken_back_while_its_file_is_made_never_leaves(String moment, Presence presence) {
        meanwhile(moment, () -> story.correct(practice, session, members.getFirst(), presence));

        release();
        story.round(practice);
        story.round(practice);

        everyoneButTheFirstLeftOnce();
        assertThat(statuses()).containsOnlyOnce(ClaimStatus.VOIDED).hasSize(SEATS);
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.all())))
                .filteredOn(Claim::wasNeverFiled)
                .extracting(Claim::patient)
                .containsExactly(members.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-reserve", "after-render", "after-commit"})
    void i01_a_seat_unmarked_while_its_file_is_made_keeps_the_whole_session_at_home(String moment) {
        meanwhile(moment, () -> story.correct(practice, session, members.getFirst(), Presence.UNMARKED));

        release();
        story.round(practice);
        story.in(practice, () -> claims.export(out, true, BilledPractice.DANA));

        assertThat(filesInTheOutbox()).isEmpty();
        assertThat(out).isEmptyDirectory();
        assertThat(statuses()).doesNotContain(ClaimStatus.SENT, ClaimStatus.BATCHED);
        story.correct(practice, session, members.getFirst(), Presence.ABSENT);
        story.round(practice);
        everyoneButTheFirstLeftOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"after-reserve", "after-render", "after-commit"})
    void what_the_plan_must_not_know_since_a_moment_ago_does_not_leave(String moment) {
        meanwhile(
                moment,
                () -> story.run(
                        practice,
                        () -> restrictions.restrict(session, members.getFirst(), MONDAY, BilledPractice.DANA)));

        release();
        story.round(practice);
        story.round(practice);

        everyoneButTheFirstLeftOnce();
    }

    /** The other way round it would be withdrawn, and its neighbours sent a second time. */
    @Test
    void i13_a_file_that_lay_there_when_the_process_died_has_left_whatever_is_corrected_since() {
        KillPoint.instead(place -> {
            if (place.equals("before-mark")) {
                KillPoint.instead(null);
                throw new Error("died at " + place);
            }
        });
        var died = catchThrowable(() -> story.in(practice, () -> claims.release(List.of(), BilledPractice.DANA)));
        assertThat(died).hasStackTraceContaining("died at before-mark");
        story.correct(practice, session, members.getFirst(), Presence.ABSENT);

        story.round(practice);
        var entries = story.round(practice);

        assertThat(filesInTheOutbox()).hasSize(1);
        assertThat(statuses()).containsOnly(ClaimStatus.SENT);
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.ASKED);
            assertThat(entry.question()).contains("Void it or correct it?");
        });
    }

    /** Two at a time: each needs a connection of its own for what it writes apart. */
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"round,round", "round,button", "button,button", "button,export", "export,export", "round,export"})
    void i13_whoever_files_at_the_same_time_each_claim_is_sent_once(String one, String another) {
        var group = story.group(practice, "Tuesday Circle", false);
        var more = List.of(story.member(practice, group, "MCRB1"), story.member(practice, group, "BRHP1"));
        story.held(practice, story.session(practice, group, MONDAY.plusDays(1), 9), more);

        atOnce(deed(one), deed(another));
        story.round(practice);

        assertThat(statuses()).hasSize(SEATS + 2).containsOnly(ClaimStatus.SENT);
        assertThat(claimsIn(filesInTheOutbox())).hasSize(SEATS + 2).doesNotHaveDuplicates();
        deed("export").run();
        assertThat(claimsIn(files(out))).containsExactlyInAnyOrderElementsOf(claimsIn(filesInTheOutbox()));
    }

    private Runnable deed(String who) {
        return switch (who) {
            case "round" -> () -> story.round(practice);
            case "button" -> () -> story.in(practice, () -> claims.release(List.of(), BilledPractice.DANA));
            case "export" -> () -> story.in(practice, () -> claims.export(out, false, BilledPractice.DANA));
            default -> throw new IllegalArgumentException(who);
        };
    }

    /** What a person takes back in the moment of closing is either in time, or nothing to take back any more. */
    @Test
    void i01_a_sheet_is_never_closed_with_somebody_unmarked_whoever_undoes_meanwhile() {
        var group = story.group(practice, "Tuesday Circle", false);
        var came = story.member(practice, group, "BRHP1");
        for (int turn = 0; turn < 20; turn++) {
            var sheet = story.session(practice, group, MONDAY.minusDays(turn), 11);
            story.mark(practice, sheet, came, Presence.PRESENT);

            atOnce(
                    () -> story.close(practice, sheet),
                    () -> story.in(practice, () -> encounters.undo(sheet, null, BilledPractice.DANA)));

            var now = story.in(practice, () -> encounters.sheet(sheet)).orElseThrow();
            assertThat(now.closed() != null).isEqualTo(now.unmarked() == 0);
        }
    }

    @Test
    void an_interchange_number_is_taken_once_in_a_home_whichever_practice_files() {
        story.round(practice);
        var first = number();
        a_session_whose_claims_are_ready();
        story.round(practice);

        assertThat(number()).isGreaterThan(first);
    }

    private long number() {
        return Long.parseLong(
                story.in(practice, () -> claims.batches(1)).getFirst().interchange());
    }

    /** Does it once, when the moment comes, as somebody else who has committed before the filing goes on. */
    private void meanwhile(String moment, Runnable change) {
        KillPoint.instead(place -> {
            if (place.equals(moment)) {
                KillPoint.instead(null);
                settled(threads.submit(change));
            }
        });
    }

    private void release() {
        story.in(practice, () -> claims.release(List.of(), BilledPractice.DANA));
    }

    private static void settled(Future<?> one) {
        try {
            one.get(1, TimeUnit.MINUTES);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void atOnce(Runnable... deeds) {
        var begun = Stream.of(deeds).map(deed -> threads.submit(deed)).toList();
        begun.forEach(AtTheLastMomentTest::settled);
    }

    private void everyoneButTheFirstLeftOnce() {
        var first = story.in(practice, () -> claims.list(ClaimFilter.all())).stream()
                .filter(claim -> claim.patient().equals(members.getFirst()))
                .map(Claim::number)
                .toList();
        assertThat(claimsIn(filesInTheOutbox()))
                .hasSize(SEATS - 1)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(first);
    }

    private List<ClaimStatus> statuses() {
        return story.in(practice, () -> claims.list(ClaimFilter.all())).stream()
                .map(Claim::status)
                .toList();
    }

    private List<Path> filesInTheOutbox() {
        return files(home.outbox().resolve("837"));
    }

    private List<Path> files(Path folder) {
        var npi = story.in(practice, () -> practices.current().npi().value());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(npi))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> claimsIn(List<Path> files) {
        return files.stream()
                .flatMap(file -> {
                    try {
                        return Files.readString(file, US_ASCII).lines();
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                })
                .filter(line -> line.startsWith("CLM*"))
                .map(line -> line.split("\\*")[1])
                .toList();
    }
}
