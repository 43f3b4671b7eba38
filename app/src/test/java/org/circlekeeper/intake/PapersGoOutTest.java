package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.messaging.Sight;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers go out by themselves when somebody gets a seat, are reminded of, and end with a call. */
@PracticeTest
class PapersGoOutTest {

    private static final Sight OFFICE = new Sight(Set.of(Message.Topic.LOGISTICS), Set.of(), Set.of());

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket starter;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    MemberPackets packets;

    @Autowired
    MemberPapers papers;

    @Autowired
    Messages messages;

    @Autowired
    Calls calls;

    @Autowired
    Tongues tongues;

    @Autowired
    OwnPages own;

    @Autowired
    Rounds rounds;

    @Autowired
    MovableClock clock;

    PracticeId practice;
    GroupId group;
    Instant began;

    @BeforeEach
    void a_practice_that_uses_the_starter_packet() {
        began = clock.instant();
        practice = any.open();
        any.run(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            group = groups.found(
                    type, "Circle", 10, any.leader(practice), DateRange.from(LocalDate.of(2026, 11, 1)), TESTER);
        });
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void nobody_is_asked_for_anything_while_the_practice_has_chosen_no_papers() {
        var member = joins(today().plusDays(7));
        round();
        assertThat(packetsOf(member)).isEmpty();
    }

    @Test
    void whoever_gets_a_seat_gets_its_papers_once_and_is_told_of_them() {
        adopt();
        var member = joins(today().plusDays(7));
        round();
        round();

        assertThat(packetsOf(member))
                .singleElement()
                .satisfies(packet -> assertThat(packet.papers())
                        .extracting(paper -> paper.form().value())
                        .contains("group-confidentiality", "privacy-notice", "good-faith-estimate")
                        .doesNotContain("part2-consent", "telehealth-group", "phq-9"));
        assertThat(toldOf(member)).hasSize(1);
    }

    @Test
    void whoever_sat_there_before_the_papers_were_chosen_is_expected_as_before() {
        var member = joins(today().minusDays(14));
        adopt();
        round();
        assertThat(packetsOf(member)).isEmpty();
    }

    @Test
    void whoever_reads_spanish_gets_every_paper_in_spanish() {
        adopt();
        var member = joins(today().plusDays(7));
        any.run(practice, () -> {
            tongues.say(member, "es", TESTER);
        });
        round();
        assertThat(packetsOf(member)).hasSize(1);
        assertThat(any.in(practice, () -> papers.of(member)))
                .extracting(paper -> paper.language().tag())
                .containsOnly("es");
    }

    @Test
    void a_paper_with_a_gap_in_it_is_not_given_and_somebody_is_asked_to_fill_it() {
        any.run(practice, () -> starter.use(TESTER));
        var member = joins(today().plusDays(7));
        var journal = round();
        assertThat(packetsOf(member)).isEmpty();
        assertThat(journal)
                .extracting(JournalEntry::question)
                .anySatisfy(question -> assertThat(question).contains("leaves a place for"));
    }

    @Test
    void papers_that_wait_are_reminded_of_three_times_and_then_somebody_calls() {
        adopt();
        var member = joins(today().plusDays(7));
        round();
        for (int day = 1; day <= 3; day++) {
            clock.moveTo(began.plus(Duration.ofHours(24L * day + 1)));
            round();
            round();
            assertThat(toldOf(member)).as("day " + day).hasSize(1 + day);
        }
        assertThat(any.in(practice, calls::open)).isEmpty();
        clock.moveTo(began.plus(Duration.ofHours(97)));
        round();
        round();
        assertThat(any.in(practice, calls::open))
                .singleElement()
                .satisfies(call -> assertThat(call.why()).contains("papers"));
        assertThat(toldOf(member)).hasSize(4);
    }

    @Test
    void nobody_is_reminded_of_papers_that_are_whole() {
        adopt();
        var member = joins(today().plusDays(7));
        round();
        any.run(
                practice,
                () -> papers.of(member).forEach(paper -> papers.waive(paper.id(), "Signed elsewhere", TESTER)));
        clock.moveTo(began.plus(Duration.ofHours(30)));
        round();
        assertThat(toldOf(member)).hasSize(1);
    }

    @Test
    void whoever_has_every_paper_by_another_seat_is_not_told_that_papers_wait() {
        adopt();
        var member = joins(today().plusDays(7));
        round();
        any.run(
                practice,
                () -> papers.of(member).forEach(paper -> papers.waive(paper.id(), "Signed elsewhere", TESTER)));
        any.run(practice, () -> {
            var second = groups.found(
                    groups.types().getFirst(),
                    "Second circle",
                    10,
                    any.leader(practice),
                    DateRange.from(LocalDate.of(2026, 11, 1)),
                    TESTER);
            rosters.join(second, member, DateRange.from(today().plusDays(7)), TESTER);
        });
        round();
        assertThat(packetsOf(member)).hasSize(2);
        assertThat(toldOf(member)).as("of the first packet alone").hasSize(1);
    }

    @Test
    void whoever_is_asked_anew_is_told_and_reminded_from_then_on() {
        adopt();
        var member = joins(today().plusDays(7));
        round();
        var signed = any.in(practice, () -> papers.of(member)).stream()
                .filter(paper -> paper.form().value().equals("group-confidentiality"))
                .findFirst()
                .orElseThrow();
        any.run(practice, () -> {
            papers.signed(signed.id(), UUID.randomUUID(), null, TESTER);
            papers.of(member).forEach(paper -> papers.waive(paper.id(), "Signed elsewhere", TESTER));
        });
        clock.moveTo(began.plus(Duration.ofDays(30)));
        any.run(practice, () -> papers.withdraw(signed.id(), "In writing", TESTER));
        assertThat(toldOf(member)).hasSize(2);
        round();
        assertThat(any.in(practice, calls::open))
                .as("nobody calls before they were reminded")
                .isEmpty();
        clock.moveTo(began.plus(Duration.ofDays(31).plusHours(1)));
        round();
        assertThat(toldOf(member)).as("the first reminder of the second time").hasSize(3);
    }

    @Test
    void nobody_is_given_papers_in_a_language_that_nobody_has_said() {
        adopt();
        var member = any.patient(practice);
        any.run(practice, () -> rosters.join(group, member, DateRange.from(today().plusDays(7)), TESTER));
        assertThat(round())
                .extracting(JournalEntry::question)
                .anySatisfy(question -> assertThat(question).contains("Nobody has said in which language"));
        var other = joins(today().plusDays(7));
        any.run(practice, () -> tongues.say(other, "vi", TESTER));
        assertThat(round())
                .extracting(JournalEntry::question)
                .anySatisfy(question -> assertThat(question).contains("with an interpreter"));
        assertThat(packetsOf(member)).isEmpty();
        assertThat(packetsOf(other)).isEmpty();
    }

    @Test
    void a_seat_that_asks_for_more_since_its_group_came_under_part_2_gets_just_that() {
        adopt();
        var member = joins(today().plusDays(7));
        round();
        any.run(practice, () -> {
            papers.of(member).forEach(paper -> papers.waive(paper.id(), "Signed elsewhere", TESTER));
            groups.putUnderPart2(group, TESTER);
        });
        round();
        assertThat(packetsOf(member))
                .singleElement()
                .satisfies(packet -> assertThat(packet.missing(today()))
                        .extracting(paper -> paper.form().value())
                        .contains("part2-consent")
                        .doesNotContain("group-confidentiality"));
    }

    private void adopt() {
        any.run(practice, () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(began, AnyPractice.ZONE);
    }

    /** Somebody who reads in their own pages what was written to them. */
    private PatientId joins(LocalDate first) {
        var member = any.patient(practice);
        any.run(practice, () -> {
            tongues.say(member, "en", TESTER);
            rosters.join(group, member, DateRange.from(first), TESTER);
        });
        own.signedIn(new OwnPages.Made(practice, group, new SessionId(UUID.randomUUID()), member, member), member);
        return member;
    }

    private List<JournalEntry> round() {
        return rounds.make(practice, Trust.ACT);
    }

    private List<Packet> packetsOf(PatientId member) {
        return any.in(practice, () -> packets.of(member));
    }

    private List<Message> toldOf(PatientId member) {
        return any.in(practice, () -> messages.thread(member, OFFICE));
    }
}
