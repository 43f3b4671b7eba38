package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Language;
import org.circlekeeper.patients.PatientId;
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
        assertThat(any.in(practice, () -> papers.moves(agreement)))
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
            assertThat(papers.renew(stands, newer, FIRST.plusDays(30), TESTER)).isTrue();
            assertThat(papers.renew(stands, newer, FIRST.plusDays(30), TESTER))
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
            papers.renew(papers.find(old.id()).orElseThrow(), newer(2), LocalDate.of(2020, 1, 1), TESTER);
            assertThat(papers.due()).hasSize(1);
            papers.fallDue(papers.due().getFirst().id());
            assertThat(papers.due()).as("once").isEmpty();
            assertThat(packets.open()).hasSize(1);
        });
    }

    @Test
    void a_paper_past_its_last_day_is_asked_for_anew() {
        var agreement = given.paper(practice, member, GivenPapers.AGREEMENT).id();
        any.run(practice, () -> papers.signed(agreement, UUID.randomUUID(), LocalDate.of(2020, 1, 1), TESTER));
        any.run(practice, () -> {
            assertThat(papers.pastTheirDay()).hasSize(1);
            assertThat(papers.ranOut(agreement, TESTER)).isTrue();
            assertThat(papers.pastTheirDay()).isEmpty();
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
}
