package org.circlekeeper.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** From a press of the button to a sealed paper, by one, by two, with ink; and back. */
@PracticeTest
@RecordApplicationEvents
class SignaturesTest {

    private static final UUID MOTHER = UUID.fromString("0198a000-0000-7000-8000-00000000000a");

    @Autowired
    AnyPractice any;

    @Autowired
    SigningPractice signing;

    @Autowired
    Signatures signatures;

    @Autowired
    Documents documents;

    @Autowired
    Patients patients;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    @Autowired
    ApplicationEvents events;

    PracticeId practice;
    PatientId ana;
    AnySigning paper;

    @BeforeEach
    void somebody_who_agreed_to_electronic_papers() {
        practice = any.open();
        ana = signing.agreeing(practice);
        paper = AnySigning.by(ana, "Ana Ruiz");
    }

    @Test
    void a_signed_paper_is_kept_with_its_evidence_and_told_of() {
        var done = SigningPractice.done(signing.sign(practice, paper));

        assertThat(find(done.id()).isInForce()).isTrue();
        assertThat(signing.text(practice, done.copy()))
                .contains("What is said in the group stays in the group.", "Evidence of the signature", "Ana Ruiz")
                .contains("LINK_AND_CODE", "192.0.2.7", "I sign this paper", "2026-11-23T15:00:00Z", "SELF");
        assertThat(events.stream(ConsentSigned.class)).contains(new ConsentSigned(done.id(), ana));
        var about = any.in(practice, () -> audit.entriesAbout(ana.value()));
        assertThat(about)
                .anyMatch(row ->
                        row.what().equals("signed a paper") && row.subject().equals("signature " + done.id()));
        assertThat(about.toString()).doesNotContain("Ana Ruiz");
        assertThat(any.in(practice, () -> patients.workedOn(List.of(ana)))).containsExactly(ana);
        assertThat(any.in(practice, () -> signatures.copy(done.id()))).contains(done.copy());
    }

    @Test
    void nothing_is_signed_that_was_not_read_and_nothing_of_the_try_is_kept() {
        var refused = refused(signing.sign(practice, paper.shown("0".repeat(64))));

        assertThat(codes(refused)).containsExactly("other-bytes");
        assertThat(any.in(practice, () -> signatures.of(ana))).hasSize(1);
        assertThat(any.in(practice, () -> documents.of(ana.value()))).hasSize(1);
        assertThat(any.in(practice, () -> audit.latest(1)))
                .singleElement()
                .satisfies(row -> assertThat(row.kind() + " " + row.why()).isEqualTo("refused other-bytes"));
    }

    @Test
    void who_takes_back_that_papers_are_electronic_signs_the_next_one_with_ink() {
        var word = any.in(practice, () -> signatures.of(ana)).getFirst().id();
        any.run(practice, () -> signatures.withdraw(word, "Ana Ruiz", "by telephone", paper.actor()));

        assertThat(any.in(practice, () -> signatures.agreesToElectronic(ana, ana.value())))
                .isFalse();
        assertThat(codes(refused(signing.sign(practice, paper)))).containsExactly("no-electronic-consent");
        assertThat(onPaper("Witness").id()).isNotNull();
        assertThat(events.stream(ConsentWithdrawn.class)).contains(new ConsentWithdrawn(word, ana, paper.actor()));
    }

    @Test
    void i17_nobody_of_the_practice_signs_for_a_member() {
        var staff = people.add("dana@" + practice + ".example", "Dana");
        people.giveRole(practice, staff, Role.OWNER, TESTER);

        for (var actor : List.of(new Actor.Person(staff, "Dana", "owner"), TESTER, new Actor.Duty("sign"))) {
            var outcome = any.in(practice, () -> signatures.sign(paper.paper(), actor));
            assertThat(codes(refused(outcome))).containsExactly("staff-signs");
        }
        var forged = paper.as(new Capacity.Guardian(), staff.value(), "Dana");
        assertThat(codes(refused(signing.sign(practice, forged)))).contains("staff-signs");
    }

    @Test
    void nothing_is_signed_when_an_answer_changes_while_it_is_printed() {
        var outcome = any.in(
                practice,
                () -> signatures.sign(paper.paper(), () -> Map.of("initial", "changed by another"), paper.actor()));
        assertThat(codes(refused(outcome))).containsExactly("other-bytes");
        assertThat(any.in(practice, () -> signatures.of(ana)))
                .noneMatch(one ->
                        one.template().form().equals(paper.paper().template().form()));
    }

    @Test
    void i17_a_sheet_signed_with_ink_is_shown_as_paper_and_never_as_electronic() {
        var done = onPaper("Wanda Witness");

        assertThat(find(done.id()).medium()).isEqualTo(Medium.PAPER);
        assertThat(find(done.id()).medium().onScreen()).isEqualTo("on paper");
        assertThat(any.in(practice, () -> signatures.written(done.id())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo("Kept on paper"));
        assertThat(any.in(practice, () -> signatures.verify(done.id()))).isEqualTo(new Verdict.Whole(done.id(), 1));
    }

    @Test
    void a_sheet_is_kept_once_with_a_scan_of_this_member_a_witness_and_a_day_that_was() {
        var scan = signing.scan(practice, ana);
        var other = signing.scan(practice, any.patient(practice));
        var today = LocalDate.of(2026, 11, 23);

        assertThat(codes(paper(other, today, "Wanda"))).containsExactly("no-scan");
        assertThat(codes(paper(scan, today.plusDays(1), "Wanda"))).containsExactly("not-yet");
        assertThat(codes(paper(scan, today, " "))).containsExactly("no-witness");
        SigningPractice.done(paper(scan, today, "Wanda"));
        assertThat(codes(paper(scan, today, "Wanda"))).containsExactly("signed-already");
    }

    @RepeatedTest(3)
    void a_button_pressed_twice_at_once_signs_once() throws Exception {
        var both = new CyclicBarrier(2);
        Callable<Outcome> press = () -> any.in(practice, () -> {
            wait(both);
            return signatures.sign(paper.paper(), paper.actor());
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(List.of(press, press)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            var done = outcomes.stream()
                    .filter(Outcome.Done.class::isInstance)
                    .map(Outcome.Done.class::cast)
                    .toList();
            assertThat(done).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Outcome.Refused.class::isInstance)
                    .singleElement()
                    .satisfies(refused -> assertThat(((Outcome.Refused) refused).before())
                            .isEqualTo(done.getFirst().id()));
        }
        assertThat(any.in(practice, () -> signatures.verifyAll()).isWhole()).isTrue();
        assertThat(any.in(practice, () -> signatures.all())).hasSize(2);
    }

    @Test
    void what_was_withdrawn_may_be_signed_anew_and_stays_in_the_book() {
        var first = signing.signed(practice, paper);
        var word = any.in(practice, () -> signatures.withdraw(first, "Ana Ruiz", "no longer in the group", TESTER));
        var again = any.in(practice, () -> signatures.withdraw(first, "Ana Ruiz", "once more", TESTER));

        assertThat(SigningPractice.done(word).status()).isEqualTo(SignatureStatus.WITHDRAWN);
        assertThat(codes(refused(again))).containsExactly("withdrawn-already");
        assertThat(find(first).settledWhy()).isEqualTo("no longer in the group");
        assertThat(any.in(
                        practice,
                        () -> documents.find(
                                any.in(practice, () -> signatures.copy(first)).orElseThrow())))
                .as("what was delivered stays")
                .isPresent();
        assertThat(signing.signed(practice, paper)).isNotEqualTo(first);
        assertThat(any.in(practice, () -> signatures.verifyAll()).isWhole()).isTrue();
    }

    @Test
    void a_copy_is_written_down_once_for_each_way() {
        var id = signing.signed(practice, paper);
        for (var channel : List.of(Channel.PORTAL, Channel.PORTAL, Channel.PRINTED)) {
            assertThat(any.in(practice, () -> signatures.copyDelivered(id, channel, AnySigning.NOW, paper.actor())))
                    .isTrue();
        }

        assertThat(any.in(practice, () -> signatures.written(id)))
                .extracting(Written::kind)
                .containsExactly("Signed", "Copy delivered", "Copy delivered");
        assertThat(any.in(
                        practice,
                        () -> signatures.copyDelivered(
                                new SignatureId(MOTHER), Channel.PORTAL, AnySigning.NOW, paper.actor())))
                .isFalse();
    }

    @Test
    void what_ran_out_may_be_signed_once_more_and_nobody_is_said_to_have_taken_it_back() {
        var first = signing.signed(practice, paper);
        assertThat(any.in(practice, () -> signatures.lapse(first, "Its last day has passed.", TESTER)))
                .isTrue();
        assertThat(any.in(practice, () -> signatures.lapse(first, "Once more", TESTER)))
                .isFalse();

        assertThat(signing.signed(practice, paper)).isNotEqualTo(first);
        assertThat(any.in(practice, () -> signatures.written(first)))
                .extracting(Written::kind)
                .containsExactly("Signed", "Ran out");
        assertThat(any.in(practice, () -> signatures.verifyAll()).isWhole()).isTrue();
    }

    @Test
    void letters_that_no_page_can_hold_are_left_out_of_the_print_and_kept_in_the_evidence() {
        var name = "Ana\u000bRuiz";
        var id = signing.signed(practice, paper.as(new Capacity.Self(), ana.value(), name));

        assertThat(any.in(practice, () -> signatures.verify(id))).isInstanceOf(Verdict.Whole.class);
        assertThat(signing.text(
                        practice, any.in(practice, () -> signatures.copy(id)).orElseThrow()))
                .contains("AnaRuiz");
    }

    @ParameterizedTest
    @CsvSource({
        "Олена Ковальчук, Олена Ковальчук",
        "Ελένη Παπαδοπούλου, Ελένη Παπαδοπούλου",
        "Nguyễn Thị Ánh, Nguyễn Thị Ánh",
        "王小明, [U+738B][U+5C0F][U+660E]",
        "Mc<b>Coy & 'Sons', Mc<b>Coy & 'Sons'"
    })
    void names_in_every_script_are_signed_printed_and_verified(String name, String printed) {
        var id = signing.signed(practice, paper.as(new Capacity.Self(), ana.value(), name));
        var copy = any.in(practice, () -> signatures.copy(id)).orElseThrow();

        assertThat(signing.text(practice, copy)).contains(printed);
        assertThat(any.in(practice, () -> signatures.written(id))
                        .getFirst()
                        .evidence()
                        .lines())
                .contains(new EvidenceSheet.Line("Signer", name));
        assertThat(any.in(practice, () -> signatures.verify(id))).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void another_practice_sees_nothing_signs_nothing_and_withdraws_nothing() {
        var id = signing.signed(practice, paper);
        var other = any.open();

        assertThat(any.in(other, () -> signatures.find(id))).isEmpty();
        assertThat(any.in(other, () -> signatures.of(ana))).isEmpty();
        assertThat(any.in(other, () -> signatures.written(id))).isEmpty();
        assertThat(any.in(other, () -> signatures.verify(id))).isEqualTo(new Verdict.Missing(id));
        assertThat(codes(refused(any.in(other, () -> signatures.withdraw(id, "x", "y", TESTER)))))
                .containsExactly("no-such-signature");
        assertThat(codes(refused(signing.sign(other, paper)))).contains("no-such-member");
        assertThat(find(id).isInForce()).isTrue();
    }

    private static void wait(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private Outcome.Done onPaper(String witness) {
        return SigningPractice.done(paper(signing.scan(practice, ana), LocalDate.of(2026, 11, 20), witness));
    }

    private Outcome paper(DocumentId scan, LocalDate day, String witness) {
        var sheet = new OnPaper(ana, new Template("fee-policy", 1, "en"), scan, day, "Ana Ruiz", witness);
        return any.in(practice, () -> signatures.onPaper(sheet, TESTER));
    }

    private Signature find(SignatureId id) {
        return any.in(practice, () -> signatures.find(id)).orElseThrow();
    }

    private static Outcome.Refused refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcome;
    }

    private static List<String> codes(Outcome outcome) {
        return refused(outcome).findings().stream().map(Finding::code).toList();
    }
}
