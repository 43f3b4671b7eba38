package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Publishing;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is only offered is no condition of a seat: neither before it is signed, nor after it ended or was taken back.
 */
@PracticeTest
class OfferedPapersTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

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
    Campaign campaign;

    @Autowired
    ShutSeats shut;

    @Autowired
    StarterPacket starter;

    @Autowired
    FormLibrary library;

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    GivenPapers given;

    PracticeId practice;
    PatientId member;
    PaperId notice;

    @BeforeEach
    void a_member_whose_packet_is_whole_once_what_was_offered_is_answered() {
        practice = any.open();
        member = any.patient(practice);
        any.run(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var group = groups.found(
                    type, "Circle", 10, any.leader(practice), DateRange.from(LocalDate.of(2026, 11, 1)), TESTER);
            rosters.join(group, member, DateRange.from(FIRST), TESTER);
        });
        given.give(practice, member);
        notice = given.paper(practice, member, GivenPapers.NOTICE).id();
        var agreement = given.paper(practice, member, GivenPapers.AGREEMENT).id();
        any.run(practice, () -> papers.signed(agreement, UUID.randomUUID(), null, TESTER));
        assertThat(isExpected()).isFalse();
    }

    @Test
    void taking_back_what_was_only_offered_shuts_nothing_and_counts_as_a_no() {
        sign(notice, null);
        any.run(practice, () -> papers.withdraw(notice, "By telephone", TESTER));

        assertThat(isExpected()).isTrue();
        var now = given.paper(practice, member, GivenPapers.NOTICE);
        assertThat(now.status()).isEqualTo(PaperStatus.DECLINED);
        assertThat(now.reason()).isEqualTo("By telephone");
        sign(now.id(), null);
        assertThat(given.paper(practice, member, GivenPapers.NOTICE).status())
                .as("signed again")
                .isEqualTo(PaperStatus.SIGNED);
    }

    @Test
    void what_was_only_offered_and_ran_out_is_offered_again_and_shuts_nothing() {
        sign(notice, LONG_AGO);
        assertThat(isExpected()).as("before anybody looked").isTrue();
        any.run(practice, () -> {
            assertThat(renewals.ranOut(notice, "Its last day has passed.", TESTER))
                    .isTrue();
            assertThat(packets.open()).isEmpty();
        });
        assertThat(isExpected()).isTrue();

        var again = given.paper(practice, member, GivenPapers.NOTICE);
        assertThat(again.status()).isEqualTo(PaperStatus.TO_DO);
        sign(again.id(), null);
        assertThat(any.in(practice, () -> packets.of(member)).getFirst().papers())
                .extracting(Paper::id)
                .contains(again.id())
                .doesNotContain(notice);
    }

    @Test
    void a_newer_version_of_what_is_only_offered_never_falls_due() {
        sign(notice, null);
        any.run(practice, () -> {
            renewals.renew(papers.find(notice).orElseThrow(), newer(), LONG_AGO, TESTER);
            assertThat(renewals.due()).isEmpty();
        });
        assertThat(isExpected()).isTrue();
    }

    @Test
    void whoever_declined_the_older_version_is_not_asked_for_the_newer_one() {
        any.run(practice, () -> papers.decline(notice, "I have it already", TESTER));
        var contact = new Asked(new FormId("contact-consent"), 1, Language.EN, "Contact", Need.OFFERED);
        any.run(practice, () -> {
            papers.give(member, contact, TESTER);
            papers.decline(given.paper(practice, member, contact).id(), "Not by e-mail", TESTER);
        });
        assertThat(renewed(contact.form())).isZero();
        assertThat(isExpected()).isTrue();
    }

    @Test
    void a_newer_notice_of_privacy_practices_is_offered_to_whoever_declined_the_older_one_too() {
        any.run(practice, () -> papers.decline(notice, "I have it already", TESTER));
        assertThat(renewed(GivenPapers.NOTICE.form())).isOne();
        assertThat(isExpected()).isTrue();
    }

    private int renewed(FormId form) {
        return any.in(practice, () -> {
            starter.use(TESTER);
            drafts.save(form, Language.EN, 1, "title: Newer\n\n[initial] I have it.", TESTER);
            var draft = drafts.find(form, Language.EN).orElseThrow();
            assertThat(publishing.publish(
                            library.find(form).orElseThrow(),
                            Map.of(Language.EN, draft.revision()),
                            "In fewer words.",
                            TESTER))
                    .isInstanceOf(Publishing.Outcome.Published.class);
            return campaign.renew(form.value(), FIRST, TESTER).asked();
        });
    }

    @Test
    void a_newer_version_that_is_waived_leaves_the_older_one_in_force_to_be_taken_back() {
        var old = given.paper(practice, member, GivenPapers.AGREEMENT);
        any.run(practice, () -> papers.decline(notice, "I have it already", TESTER));
        var asked = GivenPapers.AGREEMENT;
        any.run(practice, () -> {
            renewals.renew(
                    papers.find(old.id()).orElseThrow(),
                    new Asked(asked.form(), 2, Language.EN, asked.title(), asked.need()),
                    FIRST.plusDays(30),
                    TESTER);
            papers.waive(papers.of(member).getFirst().id(), "Version 1 will do", TESTER);
        });
        assertThat(isExpected()).isTrue();
        assertThat(standing(old.id())).isEqualTo(PaperStatus.SIGNED);

        any.run(
                practice,
                () -> assertThat(papers.withdraw(old.id(), "In writing", TESTER))
                        .isTrue());
        assertThat(isExpected())
                .as("the other was waived because this one was there")
                .isFalse();
        assertThat(any.in(practice, () -> packets.open()).getFirst().missing(FIRST))
                .extracting(Paper::version, Paper::status)
                .containsExactly(tuple(2, PaperStatus.TO_DO));
    }

    private static Asked newer() {
        var asked = GivenPapers.NOTICE;
        return new Asked(asked.form(), 2, Language.EN, asked.title(), asked.need());
    }

    private void sign(PaperId id, @Nullable LocalDate until) {
        any.run(
                practice,
                () -> assertThat(papers.signed(id, UUID.randomUUID(), until, TESTER))
                        .isTrue());
    }

    private PaperStatus standing(PaperId id) {
        return any.in(practice, () -> papers.find(id).orElseThrow().status());
    }

    private boolean isExpected() {
        return any.in(practice, () -> shut.of(List.of(given.seat(member).id()))).isEmpty();
    }
}
