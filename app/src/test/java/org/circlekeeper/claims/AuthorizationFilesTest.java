package org.circlekeeper.claims;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.coverage.AnswerFile;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.AskingStatus;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.Authorizations;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.coverage.ReviewFiles;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.sandbox.Dialect;
import org.circlekeeper.sandbox.SandboxPayer;
import org.circlekeeper.sandbox.Scenario;
import org.circlekeeper.sandbox.Scenarios;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests for authorizations leave in a file, and what the payer answers in one is written down once. */
@PracticeTest
class AuthorizationFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private BilledPractice story;

    @Autowired
    private Home home;

    @Autowired
    private Asking asking;

    @Autowired
    private Authorizations authorizations;

    @Autowired
    private Coverages coverages;

    @Autowired
    private ReviewFiles files;

    private PracticeId practice;
    private GroupId group;
    private UUID payer;

    @BeforeEach
    void a_payer_that_takes_files() {
        practice = story.open();
        group = story.group(practice, "Monday Circle", false);
        payer = story.payer(practice, "SKMED");
    }

    @ParameterizedTest(name = "{0}: {1} with {2} visits")
    @CsvSource({
        "ACTIVE, APPROVED, 12",
        "PARTIAL, PARTIAL, 6",
        "VISIT_LIMIT, MODIFIED, 3",
        "INACTIVE, DENIED, 0",
        "PENDED, PENDED, 0",
        "CARVE_OUT, PENDED, 0"
    })
    void what_the_payer_answers_is_written_down(Scenario scenario, AskingStatus status, int visits) throws IOException {
        var ana = asked();
        answer(file(), scenario, ana, "answer-" + UUID.randomUUID() + ".edi");

        story.scheduledRound(practice, Trust.PROPOSE);

        assertThat(request(ana).status()).isEqualTo(status);
        var held = story.in(practice, () -> authorizations.of(List.of(ana)));
        assertThat(held.stream().mapToInt(one -> one.units()).sum()).isEqualTo(visits);
    }

    @Test
    void the_file_asks_with_the_trace_that_the_answer_repeats_and_is_marked_as_a_test() throws IOException {
        var ana = asked();

        var file = new String(file(), US_ASCII);

        assertThat(file)
                .contains(
                        "*T*:~",
                        "ST*278*0001*005010X217",
                        "TRN*1*" + request(ana).trace() + "*9987650001")
                .contains("UM*HS*I*A6*11:B*****Y~", "HSD*VS*12~", "SV1*HC:90853**UN*12~", "HI*ABK:F331~");
        assertThat(request(ana).status()).isEqualTo(AskingStatus.ASKED);
        assertThat(request(ana).sent().reference()).startsWith("278-").doesNotContain("Number");
        assertThat(story.in(practice, () -> files.send(payer, BilledPractice.DANA))
                        .written())
                .isZero();
    }

    @Test
    void a_payer_that_wants_to_be_called_is_asked_about_until_somebody_has_called() throws IOException {
        var ana = asked();
        answer(file(), Scenario.CARVE_OUT, ana, "call-" + practice + ".edi");

        assertThat(questions()).singleElement().asString().contains("The payer wants to be called");
        assertThat(story.in(
                        practice, () -> asking.called(request(ana).id(), "they decide on Friday", BilledPractice.DANA)))
                .isTrue();
        assertThat(story.in(practice, asking::toCall)).isEmpty();
        assertThat(request(ana).status()).isEqualTo(AskingStatus.PENDED);
    }

    @Test
    void an_answer_that_is_not_clear_stays_with_its_request_and_is_asked_about() throws IOException {
        var ana = asked();
        var whole = new String(
                new SandboxPayer(Scenarios.none(), Dialect.USUAL)
                        .answer(file())
                        .getLast()
                        .bytes(),
                US_ASCII);
        lay(
                "unclear-" + practice + ".edi",
                whole.replaceAll("HCR\\*A1\\*[^~]*", "HCR*A1").getBytes(US_ASCII));

        assertThat(questions()).singleElement().asString().contains("The payer certifies without a number");
        assertThat(request(ana).status()).isEqualTo(AskingStatus.ASKED);
        assertThat(story.in(practice, () -> asking.moves(ana)).getFirst().why()).contains("without a number");
    }

    private List<String> questions() {
        return story.scheduledRound(practice, Trust.PROPOSE).stream()
                .filter(entry -> entry.duty().equals("renew-authorizations"))
                .map(JournalEntry::question)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void an_answer_that_comes_again_changes_nothing() throws IOException {
        var ana = asked();
        var asked = file();
        answer(asked, Scenario.ACTIVE, ana, "first-" + practice + ".edi");
        story.scheduledRound(practice, Trust.PROPOSE);
        answer(asked, Scenario.ACTIVE, ana, "again-" + practice + ".edi");
        var other = new SandboxPayer(Scenarios.none(), Dialect.STEDI)
                .answer(asked)
                .getLast()
                .bytes();
        lay("other-" + practice + ".edi", other);

        story.scheduledRound(practice, Trust.PROPOSE);

        assertThat(story.in(practice, () -> authorizations.of(List.of(ana)))).hasSize(1);
        assertThat(answers()).extracting(AnswerFile::posted).containsExactlyInAnyOrder(1, 0);
        assertThat(answers()).anyMatch(file -> file.outcome().contains("its request is approved already"));
    }

    @Test
    void a_file_with_answers_that_is_too_large_is_asked_about_and_not_read() throws IOException {
        var ana = asked();
        var whole = new SandboxPayer(Scenarios.none(), Dialect.USUAL)
                .answer(file())
                .getLast()
                .bytes();
        var name = "large-" + practice + ".edi";
        lay(name, Arrays.copyOf(whole, (16 << 20) + 1));
        try {
            assertThat(story.scheduledRound(practice, Trust.PROPOSE))
                    .filteredOn(entry -> entry.duty().equals("read-authorization-answers"))
                    .extracting(JournalEntry::question)
                    .singleElement()
                    .asString()
                    .startsWith("The file " + name + " in the inbox is larger than 16 MB and was not read.");
        } finally {
            Files.delete(home.resolve("inbox").resolve(name));
        }
        assertThat(request(ana).status()).isEqualTo(AskingStatus.ASKED);
    }

    @Test
    void more_files_than_are_read_at_once_are_all_read() throws IOException {
        var ana = asked();
        var whole = new String(
                new SandboxPayer(Scenarios.none(), Dialect.USUAL)
                        .answer(file())
                        .getLast()
                        .bytes(),
                US_ASCII);
        for (int i = 10; i < 35; i++) {
            var other = whole.replace(request(ana).trace(), (i + "0".repeat(20)).substring(0, 20));
            lay("many-" + i + practice + ".edi", other.getBytes(US_ASCII));
        }

        story.scheduledRound(practice, Trust.PROPOSE);

        assertThat(story.in(practice, () -> asking.answerFiles(50))).hasSize(25);
    }

    @Test
    void a_file_that_is_cut_off_is_kept_and_nothing_of_it_is_written_down() throws IOException {
        var ana = asked();
        var whole = new SandboxPayer(Scenarios.none(), Dialect.USUAL)
                .answer(file())
                .getLast()
                .bytes();
        lay("cut-" + practice + ".edi", Arrays.copyOf(whole, whole.length - 20));

        story.scheduledRound(practice, Trust.PROPOSE);

        assertThat(request(ana).status()).isEqualTo(AskingStatus.ASKED);
        assertThat(answers())
                .singleElement()
                .satisfies(file -> assertThat(file.outcome()).startsWith("Nothing of it was written down."));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"WRONG_MEMBER_ID, reason 72", "DOWN, reason 42"})
    void a_request_that_the_payer_has_not_looked_at_is_to_be_asked_again(Scenario scenario, String why)
            throws IOException {
        var ana = asked();
        answer(file(), scenario, ana, "unread-" + UUID.randomUUID() + ".edi");

        story.scheduledRound(practice, Trust.PROPOSE);

        assertThat(request(ana).status()).isEqualTo(AskingStatus.TO_ASK);
        assertThat(story.in(practice, () -> asking.moves(ana)).getFirst().why()).contains(why);
    }

    @Test
    void answers_about_nobody_of_ours_are_told_of_and_change_nothing() throws IOException {
        var ana = asked();
        var strange = new String(
                        new SandboxPayer(Scenarios.none(), Dialect.USUAL)
                                .answer(file())
                                .getLast()
                                .bytes(),
                        US_ASCII)
                .replace(request(ana).trace(), "0".repeat(20));
        lay("strange-" + practice + ".edi", strange.getBytes(US_ASCII));

        story.scheduledRound(practice, Trust.PROPOSE);

        assertThat(request(ana).status()).isEqualTo(AskingStatus.ASKED);
        assertThat(answers())
                .singleElement()
                .satisfies(file -> assertThat(file.outcome()).contains("matches no request"));
    }

    @Test
    void who_is_insured_from_a_day_to_come_is_asked_for_from_that_day() {
        var eve = story.member(practice, group, null);
        var january = DateRange.from(LocalDate.of(2027, 1, 1));
        story.run(practice, () -> {
            coverages.add(
                    List.of(new Coverage(coverages.newId(), eve, payer, "P", "W9", "", "18", null, january, "test")),
                    BilledPractice.DANA,
                    "test");
            var _ = asking.make(
                            eve,
                            payer,
                            new AuthorizationRequest.Wanted(
                                    ProcedureCode.GROUP_PSYCHOTHERAPY,
                                    12,
                                    new DateRange(
                                            january.first(), january.first().plusMonths(3)),
                                    null),
                            false,
                            BilledPractice.DANA)
                    .orElseThrow();
        });

        assertThat(story.in(practice, () -> files.send(payer, BilledPractice.DANA))
                        .written())
                .isEqualTo(1);
    }

    @Test
    void who_cannot_be_asked_in_a_file_stays_with_the_reason() {
        var ana = asked();
        story.run(
                practice,
                () -> coverages
                        .of(ana)
                        .forEach(
                                one -> coverages.end(one.id(), TODAY.minusDays(1), BilledPractice.DANA, "card ended")));

        var outcome = story.in(practice, () -> files.send(payer, BilledPractice.DANA));

        assertThat(outcome.file()).isEmpty();
        assertThat(outcome.reasons()).containsExactly("The insurance with the payer has ended");
        assertThat(request(ana).status()).isEqualTo(AskingStatus.TO_ASK);
    }

    private PatientId asked() {
        var ana = story.member(practice, group, "SKMED");
        var wanted = new AuthorizationRequest.Wanted(
                ProcedureCode.GROUP_PSYCHOTHERAPY, 12, new DateRange(TODAY, TODAY.plusMonths(3)), null);
        story.in(
                practice,
                () -> asking.make(ana, payer, wanted, false, BilledPractice.DANA)
                        .orElseThrow());
        return ana;
    }

    private byte[] file() throws IOException {
        var outcome = story.in(practice, () -> files.send(payer, BilledPractice.DANA));
        return Files.readAllBytes(home.outbox().resolve("278").resolve(outcome.file()));
    }

    private void answer(byte[] asked, Scenario scenario, PatientId member, String name) throws IOException {
        var id = story.in(
                practice,
                () -> coverages.of(member).stream()
                        .map(Coverage::memberId)
                        .findFirst()
                        .orElseThrow());
        var payers = new SandboxPayer(new Scenarios(Map.of(id, scenario)), Dialect.USUAL);
        lay(name, payers.answer(asked).getLast().bytes());
    }

    private void lay(String name, byte[] bytes) throws IOException {
        var inbox = Files.createDirectories(home.resolve("inbox"));
        Files.write(inbox.resolve(name), bytes);
    }

    private List<AnswerFile> answers() {
        return story.in(practice, () -> asking.answerFiles(20));
    }

    private AuthorizationRequest request(PatientId patient) {
        return story.in(practice, () -> asking.of(List.of(patient)).getFirst());
    }
}
