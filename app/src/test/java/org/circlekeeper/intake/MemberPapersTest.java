package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the papers that a member was given. */
@PracticeTest
class MemberPapersTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    MemberPackets packets;

    @Autowired
    MemberPapers papers;

    @Autowired
    Renewals renewals;

    @Autowired
    Patients patients;

    @Autowired
    Tongues tongues;

    @Autowired
    GivenPapers given;

    PracticeId practice;
    PatientId member;

    @BeforeEach
    void a_member_with_a_seat_and_two_papers() {
        practice = any.open();
        member = any.patient(practice);
        join("Circle");
        given.give(practice, member);
    }

    @Test
    void a_packet_is_whole_when_everything_required_is_there_and_everything_offered_is_answered() {
        var agreement = given.paper(practice, member, GivenPapers.AGREEMENT).id();
        var notice = given.paper(practice, member, GivenPapers.NOTICE).id();
        any.run(practice, () -> {
            assertThat(papers.decline(agreement, "I would rather not", TESTER))
                    .as("what is required cannot be declined")
                    .isFalse();
            assertThat(papers.signed(agreement, UUID.randomUUID(), null, TESTER))
                    .isTrue();
            assertThat(packets.open()).hasSize(1);
            assertThat(papers.decline(notice, "I have it already", TESTER)).isTrue();
            assertThat(packets.open()).isEmpty();
        });
    }

    @Test
    void a_paper_that_stands_is_not_asked_for_again_by_a_second_seat() {
        given.waiveAll(practice, member);
        join("Second circle");
        given.give(practice, member);

        any.run(practice, () -> {
            assertThat(papers.of(member)).hasSize(2);
            assertThat(packets.of(member))
                    .hasSize(2)
                    .allMatch(packet -> packet.missing(FIRST).isEmpty());
        });
    }

    @Test
    void a_packet_is_given_once_however_many_give_it_at_once() {
        var other = any.patient(practice);
        any.run(practice, () -> rosters.join(groups.all().getFirst().id(), other, DateRange.from(FIRST), TESTER));
        try (var threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4).forEach(_ -> threads.submit(() -> given.give(practice, other)));
        }
        any.run(practice, () -> {
            assertThat(packets.of(other)).hasSize(1);
            assertThat(papers.of(other)).hasSize(2);
        });
    }

    @Test
    void what_is_withdrawn_is_asked_for_anew_and_the_packet_is_no_longer_whole() {
        var agreement = given.paper(practice, member, GivenPapers.AGREEMENT).id();
        any.run(practice, () -> papers.signed(agreement, UUID.randomUUID(), null, TESTER));
        given.waiveAll(practice, member);
        any.run(practice, () -> {
            assertThat(packets.open()).isEmpty();
            assertThat(papers.withdraw(agreement, "By telephone", TESTER)).isTrue();
            assertThat(papers.withdraw(agreement, "Once more", TESTER)).isFalse();
            assertThat(packets.open()).hasSize(1);
        });
        assertThat(given.paper(practice, member, GivenPapers.AGREEMENT).status())
                .isEqualTo(PaperStatus.TO_DO);
        assertThat(any.in(practice, () -> papers.moves(member).get(agreement)))
                .extracting(PaperMove::status)
                .containsExactly(PaperStatus.WITHDRAWN, PaperStatus.SIGNED, PaperStatus.TO_DO);
    }

    @Test
    void a_newer_version_leaves_the_older_one_standing_until_it_is_settled() {
        var old = given.paper(practice, member, GivenPapers.AGREEMENT);
        any.run(practice, () -> papers.signed(old.id(), UUID.randomUUID(), null, TESTER));
        given.waiveAll(practice, member);
        var newer = newer(2);
        any.run(practice, () -> {
            var stands = papers.find(old.id()).orElseThrow();
            assertThat(renewals.renew(stands, newer, FIRST.plusDays(30), TESTER))
                    .isTrue();
            assertThat(renewals.renew(stands, newer, FIRST.plusDays(30), TESTER))
                    .as("once")
                    .isFalse();
            assertThat(packets.open()).as("the old one holds").isEmpty();
        });
        var fresh = any.in(practice, () -> papers.of(member)).stream()
                .filter(paper -> paper.version() == 2)
                .findFirst()
                .orElseThrow();
        any.run(practice, () -> {
            assertThat(papers.signed(fresh.id(), UUID.randomUUID(), null, TESTER))
                    .isTrue();
            assertThat(papers.find(old.id()).orElseThrow().status()).isEqualTo(PaperStatus.REPLACED);
            assertThat(packets.of(member).getFirst().papers())
                    .extracting(Paper::version)
                    .contains(2);
        });
    }

    @Test
    void a_newer_version_that_falls_due_makes_the_packet_lack_it() {
        var old = given.paper(practice, member, GivenPapers.AGREEMENT);
        any.run(practice, () -> papers.signed(old.id(), UUID.randomUUID(), null, TESTER));
        given.waiveAll(practice, member);
        any.run(practice, () -> {
            renewals.renew(papers.find(old.id()).orElseThrow(), newer(2), LocalDate.of(2020, 1, 1), TESTER);
            assertThat(renewals.due()).hasSize(1);
            renewals.fallDue(renewals.due().getFirst().id(), TESTER);
            assertThat(renewals.due()).as("once").isEmpty();
            assertThat(packets.open()).hasSize(1);
        });
    }

    @Test
    void a_paper_past_its_last_day_is_asked_for_anew() {
        var agreement = given.paper(practice, member, GivenPapers.AGREEMENT).id();
        any.run(practice, () -> papers.signed(agreement, UUID.randomUUID(), LocalDate.of(2020, 1, 1), TESTER));
        any.run(practice, () -> {
            assertThat(renewals.pastTheirDay()).hasSize(1);
            assertThat(renewals.ranOut(agreement, "Its last day has passed.", TESTER))
                    .isTrue();
            assertThat(renewals.pastTheirDay()).isEmpty();
        });
        assertThat(given.paper(practice, member, GivenPapers.AGREEMENT).status())
                .isEqualTo(PaperStatus.TO_DO);
    }

    private static Asked newer(int version) {
        var asked = GivenPapers.AGREEMENT;
        return new Asked(asked.form(), version, Language.EN, asked.title(), asked.need());
    }

    private void join(String name) {
        any.run(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var group = groups.found(
                    type, name, 10, any.leader(practice), DateRange.from(LocalDate.of(2026, 11, 1)), TESTER);
            rosters.join(group, member, DateRange.from(FIRST), TESTER);
        });
    }

    @Test
    void another_practice_sees_nothing_of_it() {
        var agreement = given.paper(practice, member, GivenPapers.AGREEMENT).id();
        var other = any.open();
        any.run(other, () -> {
            assertThat(papers.find(agreement)).isEmpty();
            assertThat(papers.waive(agreement, "Not mine", TESTER)).isFalse();
            assertThat(packets.open()).isEmpty();
            assertThat(papers.of(List.of(member))).isEmpty();
        });
    }

    @Test
    void a_paper_that_is_given_once_more_shuts_nothing_and_takes_its_place_when_it_is_filled_in() {
        var card = new Asked(new FormId("insurance-card"), 1, Language.EN, "Insurance card", Need.REQUIRED);
        var other = any.patient(practice);
        any.run(practice, () -> {
            rosters.join(groups.all().getFirst().id(), other, DateRange.from(FIRST), TESTER);
            packets.give(given.seat(other), List.of(card), Language.EN, TESTER);
        });
        var first = given.paper(practice, other, card).id();
        any.run(practice, () -> {
            papers.done(first, UUID.randomUUID(), TESTER);
            assertThat(packets.of(other).getFirst().wholeAt()).isNotNull();
            assertThat(papers.give(other, card, TESTER)).isTrue();
            assertThat(papers.give(other, card, TESTER)).as("once").isFalse();
            assertThat(packets.of(other).getFirst().wholeAt())
                    .as("the one that stands counts")
                    .isNotNull();
        });
        var second = any.in(practice, () -> papers.of(other)).stream()
                .filter(paper -> paper.status() == PaperStatus.TO_DO)
                .findFirst()
                .orElseThrow();
        any.run(practice, () -> {
            papers.done(second.id(), UUID.randomUUID(), TESTER);
            assertThat(papers.find(first).orElseThrow().status()).isEqualTo(PaperStatus.REPLACED);
            assertThat(packets.of(other).getFirst().papers())
                    .extracting(Paper::id)
                    .containsExactly(second.id());
            assertThat(packets.of(other).getFirst().wholeAt()).isNotNull();
        });
    }

    @Test
    void a_no_to_what_was_offered_is_no_answer_where_a_seat_requires_it() {
        var notice = given.paper(practice, member, GivenPapers.NOTICE).id();
        any.run(practice, () -> papers.decline(notice, "I have it already", TESTER));
        join("Stricter circle");
        var required = new Asked(GivenPapers.NOTICE.form(), 1, Language.EN, GivenPapers.NOTICE.title(), Need.REQUIRED);
        any.run(practice, () -> {
            packets.give(given.seat(member), List.of(required), Language.EN, TESTER);
            assertThat(papers.find(notice).orElseThrow().status()).isEqualTo(PaperStatus.TO_DO);
            assertThat(papers.decline(notice, "Still not", TESTER)).isFalse();
            assertThat(packets.open()).hasSize(2);
        });
    }

    @Test
    void an_older_version_that_is_withdrawn_is_asked_for_as_the_newer_one_that_lies_open() {
        var old = given.paper(practice, member, GivenPapers.AGREEMENT);
        any.run(practice, () -> papers.signed(old.id(), UUID.randomUUID(), null, TESTER));
        given.waiveAll(practice, member);
        any.run(practice, () -> {
            renewals.renew(papers.find(old.id()).orElseThrow(), newer(2), FIRST.plusDays(30), TESTER);
            papers.withdraw(old.id(), "In writing", TESTER);
            assertThat(packets.open().getFirst().missing(FIRST))
                    .extracting(Paper::version)
                    .containsExactly(2);
            assertThat(papers.of(member))
                    .filteredOn(paper -> paper.status() == PaperStatus.TO_DO)
                    .hasSize(1);
        });
    }

    @Test
    void a_half_signed_version_that_was_let_pass_comes_back_with_no_signature_on_it() {
        var old = given.paper(practice, member, GivenPapers.AGREEMENT);
        any.run(practice, () -> papers.signed(old.id(), UUID.randomUUID(), null, TESTER));
        given.waiveAll(practice, member);
        any.run(practice, () -> {
            renewals.renew(papers.find(old.id()).orElseThrow(), newer(2), FIRST.plusDays(30), TESTER);
            var half = given.paper(practice, member, GivenPapers.AGREEMENT);
            assertThat(half.version()).isEqualTo(2);
            papers.signedByOne(half.id(), UUID.randomUUID(), TESTER);
            papers.waive(half.id(), "Version 1 will do", TESTER);
            papers.withdraw(old.id(), "In writing", TESTER);
            assertThat(papers.find(half.id()).orElseThrow()).satisfies(paper -> {
                assertThat(paper.status()).isEqualTo(PaperStatus.TO_DO);
                assertThat(paper.signature()).isNull();
            });
        });
    }

    @Test
    void whoever_was_given_papers_goes_with_no_import_that_is_undone() {
        var other = any.patient(practice);
        any.run(practice, () -> {
            assertThat(patients.workedOn(List.of(other))).isEmpty();
            papers.give(other, GivenPapers.NOTICE, TESTER);
            assertThat(patients.workedOn(List.of(other, member))).containsExactlyInAnyOrder(other, member);
        });
        var reader = any.patient(practice);
        any.run(practice, () -> {
            tongues.say(reader, "es", TESTER);
            assertThat(patients.workedOn(List.of(reader))).containsExactly(reader);
        });
    }
}
