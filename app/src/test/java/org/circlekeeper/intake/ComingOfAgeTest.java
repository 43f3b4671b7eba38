package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.signing.AnySigning;
import org.circlekeeper.signing.Capacity;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.SignatureStatus;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.SigningPractice;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a guardian signed holds until the member is of age; then it is asked of the member. */
@PracticeTest
class ComingOfAgeTest {

    private static final UUID MOTHER = UUID.fromString("0198a000-0000-7000-8000-00000000000a");
    private static final Asked CONSENT = new Asked(Part2Papers.FORM, 1, Language.EN, "Part 2 consent", Need.REQUIRED);

    @Autowired
    AnyPractice any;

    @Autowired
    Patients patients;

    @Autowired
    MemberPapers papers;

    @Autowired
    Consents consents;

    @Autowired
    SigningPractice signing;

    @Autowired
    Signatures signatures;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    MemberPackets packets;

    @Autowired
    ShutSeats shut;

    @Autowired
    Rounds rounds;

    @Autowired
    MovableClock clock;

    Instant began;
    PracticeId practice;
    PatientId member;
    PaperId paper;
    SignatureId signed;

    /** Of age in a week. */
    @BeforeEach
    void a_member_of_seventeen_whose_mother_signed() {
        began = clock.instant();
        practice = any.open();
        member = new PatientId(NewId.at(began));
        var born = LocalDate.ofInstant(began, AnyPractice.ZONE).plusDays(7).minusYears(18);
        var name = new PersonName("Person", "Young");
        any.run(
                practice,
                () -> patients.add(
                        List.of(new Patient(member, null, name, born, "U", "", null, null, true)), TESTER, "test"));
        var mother = AnySigning.by(member, "Mia Ruiz").as(new Capacity.Guardian(), MOTHER, "Mia Ruiz");
        signing.agrees(practice, mother);
        signed = signing.signed(practice, mother.form("part2-consent"));
        any.run(practice, () -> {
            papers.give(member, CONSENT, TESTER);
            papers.signed(papers.of(member).getFirst().id(), signed.value(), null, TESTER);
        });
        paper = any.in(practice, () -> papers.of(member)).getFirst().id();
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void what_a_guardian_signed_is_asked_anew_of_a_member_who_comes_of_age() {
        rounds.make(practice, Trust.ACT);
        assertThat(standing()).isEqualTo(PaperStatus.SIGNED);

        clock.moveTo(began.plus(Duration.ofDays(7)));
        rounds.make(practice, Trust.ACT);
        assertThat(standing()).isEqualTo(PaperStatus.RAN_OUT);
        assertThat(any.in(practice, () -> signatures.find(signed).orElseThrow().status()))
                .as("so that it may be signed once more")
                .isEqualTo(SignatureStatus.LAPSED);
        assertThat(any.in(practice, () -> papers.of(member)))
                .filteredOn(one -> one.status() == PaperStatus.TO_DO)
                .singleElement()
                .satisfies(one -> assertThat(one.form()).isEqualTo(Part2Papers.FORM));
    }

    @Test
    void what_a_guardian_consented_to_covers_nothing_from_that_birthday_on_though_nobody_presses_anything() {
        rounds.make(practice, Trust.PROPOSE);
        clock.moveTo(began.plus(Duration.ofDays(6)));
        assertThat(isCovered()).isTrue();

        clock.moveTo(began.plus(Duration.ofDays(7)));
        assertThat(isCovered()).as("before anybody looked").isFalse();
        rounds.make(practice, Trust.OFF);
        assertThat(standing()).as("a birthday waits for nobody's word").isEqualTo(PaperStatus.RAN_OUT);
        assertThat(isCovered()).isFalse();
    }

    @Test
    void the_seat_is_shut_from_that_birthday_on_though_nobody_presses_anything() {
        var seat = any.in(practice, () -> {
            var type = groups.type("Teens", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var days = DateRange.from(LocalDate.ofInstant(began, AnyPractice.ZONE));
            var group = groups.found(type, "Circle", 10, any.leader(practice), days, TESTER);
            rosters.join(group, member, days, TESTER);
            var joined = rosters.of(member).getFirst();
            packets.give(joined, List.of(CONSENT), Language.EN, TESTER);
            return joined.id();
        });
        rounds.make(practice, Trust.PROPOSE);
        assertThat(any.in(practice, () -> shut.of(List.of(seat)))).isEmpty();

        clock.moveTo(began.plus(Duration.ofDays(7)));
        rounds.make(practice, Trust.PROPOSE);
        assertThat(any.in(practice, () -> shut.of(List.of(seat)))).containsExactly(seat);
    }

    private boolean isCovered() {
        var today = LocalDate.ofInstant(clock.instant(), AnyPractice.ZONE);
        return any.in(practice, () -> consents.part2(member)).stream().anyMatch(consent -> consent.covers(today));
    }

    private PaperStatus standing() {
        return any.in(practice, () -> papers.find(paper).orElseThrow().status());
    }
}
