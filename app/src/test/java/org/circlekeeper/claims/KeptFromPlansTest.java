package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.AskingStatus;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.Authorizations;
import org.circlekeeper.coverage.Packets;
import org.circlekeeper.coverage.ReviewFiles;
import org.circlekeeper.coverage.UnitsUsed;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.SendCheck;
import org.circlekeeper.outbox.Sender;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a plan is not to learn is counted against no authorization, and stands in nothing that it is sent. */
@PracticeTest
class KeptFromPlansTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final DateRange WINTER = new DateRange(TODAY, TODAY.plusMonths(3));

    @Autowired
    private BilledPractice story;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private Authorizations authorizations;

    @Autowired
    private Asking asking;

    @Autowired
    private Packets packets;

    @Autowired
    private ReviewFiles files;

    @Autowired
    private UnitsUsed units;

    @Autowired
    private Consents consents;

    @Autowired
    private Documents documents;

    @Autowired
    private List<SendCheck> checks;

    @Autowired
    private List<Sender> senders;

    private PracticeId practice;

    @BeforeEach
    void a_practice() {
        practice = story.open();
    }

    @Test
    void i06_a_session_that_is_kept_from_the_plan_takes_no_unit_and_is_counted_in_no_letter() {
        var group = story.group(practice, "Monday Circle", false);
        var ana = story.member(practice, group, "SKMED");
        var monday = story.session(practice, group, MONDAY, 9);
        var later = story.session(practice, group, TODAY.plusWeeks(1), 9);
        var id = UUID.randomUUID();
        var year = new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        var payer = story.payer(practice, "SKMED");
        story.run(
                practice,
                () -> authorizations.add(
                        new Authorization(id, ana, payer, "A1", ProcedureCode.GROUP_PSYCHOTHERAPY, 9, year),
                        BilledPractice.DANA));
        story.mark(practice, monday, ana, Presence.PRESENT);
        assertThat(used(ana)).isEqualTo(1);

        story.run(practice, () -> restrictions.restrict(monday, ana, MONDAY, BilledPractice.DANA));
        story.run(practice, () -> restrictions.restrict(later, ana, MONDAY, BilledPractice.DANA));

        assertThat(used(ana)).isZero();
        assertThat(story.in(
                                practice,
                                () -> units.attended(
                                        ana,
                                        payer,
                                        ProcedureCode.GROUP_PSYCHOTHERAPY,
                                        new DateRange(MONDAY.minusDays(30), TODAY)))
                        .came())
                .isZero();
        assertThat(story.in(practice, () -> units.expected(List.of(ana), TODAY, TODAY.plusMonths(1))))
                .isEmpty();
        story.mark(practice, later, ana, Presence.PRESENT);
        assertThat(used(ana)).isZero();
    }

    @Test
    void i06_whoever_keeps_a_session_from_their_plan_is_asked_for_by_nobody() {
        var group = story.group(practice, "Monday Circle", false);
        var ana = story.member(practice, group, "SKMED");
        var ben = story.member(practice, group, "SKMED");
        var monday = story.session(practice, group, MONDAY, 9);
        story.session(practice, group, TODAY.plusWeeks(1), 9);
        var request = ask(ben).orElseThrow();

        story.run(practice, () -> restrictions.restrict(monday, ana, MONDAY, BilledPractice.DANA));
        story.run(practice, () -> restrictions.restrict(monday, ben, MONDAY, BilledPractice.DANA));
        story.scheduledRound(practice, Trust.ACT);

        assertThat(ask(ana)).isEmpty();
        assertThat(story.in(practice, () -> packets.refusal(ana)).orElseThrow()).contains("164.522(a)(1)(vi)");
        assertThat(story.in(practice, () -> asking.of(List.of(ana)))).isEmpty();
        var outcome = story.in(practice, () -> files.send(story.payer(practice, "SKMED"), BilledPractice.DANA));
        assertThat(outcome.written()).isZero();
        assertThat(outcome.reasons()).singleElement().asString().contains("no payer is asked");
        assertThat(story.in(practice, () -> asking.find(request).orElseThrow().status()))
                .isEqualTo(AskingStatus.TO_ASK);
    }

    @Test
    void a_letter_counts_sessions_of_that_service_that_the_payer_pays_for_and_no_others() {
        var group = story.group(practice, "Monday Circle", false);
        var ana = story.member(practice, group, "SKMED");
        var ben = story.member(practice, group, null);
        var monday = story.session(practice, group, MONDAY, 9);
        story.mark(practice, monday, ana, Presence.PRESENT);
        story.mark(practice, monday, ben, Presence.PRESENT);
        var payer = story.payer(practice, "SKMED");
        var other = story.payer(practice, "BRHP1");
        var code = ProcedureCode.GROUP_PSYCHOTHERAPY;

        assertThat(came(ana, payer, code)).isEqualTo(1);
        assertThat(came(ana, other, code)).as("another payer").isZero();
        assertThat(came(ana, payer, new ProcedureCode("90849")))
                .as("another service")
                .isZero();
        assertThat(came(ben, payer, code)).as("nobody pays").isZero();
    }

    private int came(PatientId patient, UUID payer, ProcedureCode code) {
        var days = new DateRange(MONDAY.minusDays(30), TODAY);
        return story.in(practice, () -> units.attended(patient, payer, code, days))
                .came();
    }

    @Test
    void nobody_under_part_2_is_asked_for_without_a_consent_that_covers_today() {
        var cleo = story.member(practice, story.group(practice, "Recovery", true), "SKMED");

        assertThat(ask(cleo)).isEmpty();
        var why = story.in(practice, () -> packets.refusal(cleo));
        assertThat(why.orElseThrow()).contains("Ask for the consent first.");

        story.in(practice, () -> consents.recordPart2(cleo, MONDAY, null, "binder", BilledPractice.DANA));
        assertThat(ask(cleo)).isPresent();
    }

    @Test
    void what_is_printed_about_somebody_under_part_2_carries_the_notice_on_each_page() throws IOException {
        var cleo = story.member(practice, story.group(practice, "Recovery", true), "SKMED");
        story.in(practice, () -> consents.recordPart2(cleo, MONDAY, null, "binder", BilledPractice.DANA));
        var request = ask(cleo).orElseThrow();

        var text = story.in(practice, () -> {
            var packet = asking.find(request).orElseThrow().packet();
            return ((Opened.Whole) documents.open(new DocumentId(packet))).bytes();
        });
        try (var pdf = Loader.loadPDF(text)) {
            assertThat(new PDFTextStripper().getText(pdf).split("42 CFR part 2 prohibits", -1))
                    .hasSize(4);
        }
    }

    @Test
    void a_consent_that_is_withdrawn_keeps_a_request_from_leaving_in_a_file() {
        var cleo = story.member(practice, story.group(practice, "Recovery", true), "SKMED");
        var consent = story.in(practice, () -> consents.recordPart2(cleo, MONDAY, null, "binder", BilledPractice.DANA));
        var request = ask(cleo).orElseThrow();
        story.run(practice, () -> consents.revokePart2(consent, TODAY, BilledPractice.DANA));

        var outcome = story.in(practice, () -> files.send(story.payer(practice, "SKMED"), BilledPractice.DANA));

        assertThat(outcome.written()).isZero();
        assertThat(outcome.reasons()).singleElement().asString().contains("42 CFR Part 2");
        assertThat(story.in(practice, () -> asking.find(request).orElseThrow().status()))
                .isEqualTo(AskingStatus.TO_ASK);
    }

    @Test
    void a_file_that_waits_while_a_consent_is_withdrawn_stays_and_its_requests_are_to_be_asked_again() {
        var cleo = story.member(practice, story.group(practice, "Recovery", true), "SKMED");
        var consent = story.in(practice, () -> consents.recordPart2(cleo, MONDAY, null, "binder", BilledPractice.DANA));
        var request = ask(cleo).orElseThrow();
        var payer = story.payer(practice, "SKMED");
        var name =
                story.in(practice, () -> files.send(payer, BilledPractice.DANA)).file();
        var letter = new Letter(UUID.randomUUID(), "278", name, name, new byte[0], "");
        assertThat(refusals(letter)).isEmpty();

        story.run(practice, () -> consents.revokePart2(consent, TODAY, BilledPractice.DANA));

        assertThat(refusals(letter)).singleElement().asString().contains("42 CFR Part 2");
        story.run(
                practice,
                () -> senders.stream()
                        .filter(sender -> sender.kind().equals("278"))
                        .forEach(sender -> sender.refused(name, "the consent was withdrawn", BilledPractice.NOW)));
        assertThat(story.in(practice, () -> asking.find(request).orElseThrow().status()))
                .isEqualTo(AskingStatus.TO_ASK);
    }

    private List<String> refusals(Letter letter) {
        return story.in(
                practice,
                () -> checks.stream()
                        .flatMap(check -> check.refusal(letter).stream())
                        .toList());
    }

    private Optional<UUID> ask(PatientId patient) {
        var payer = story.payer(practice, "SKMED");
        var wanted = new AuthorizationRequest.Wanted(ProcedureCode.GROUP_PSYCHOTHERAPY, 12, WINTER, null);
        return story.in(practice, () -> packets.ask(patient, payer, wanted, false, BilledPractice.DANA));
    }

    private int used(PatientId patient) {
        return story.in(practice, () -> authorizations.used(List.of(patient))).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
