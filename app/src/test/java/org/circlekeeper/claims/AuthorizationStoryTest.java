package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.claims.AskingPayers.Opened;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.AskingStatus;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.AuthorizationRequest.Channel;
import org.circlekeeper.coverage.AuthorizationRequest.Sent;
import org.circlekeeper.coverage.Authorizations;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An authorization from the request to the payer's word, as a biller walks it. */
@PracticeTest
class AuthorizationStoryTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private BilledPractice story;

    @Autowired
    private AskingPayers payers;

    @Autowired
    private Authorizations authorizations;

    @Autowired
    private Asking asking;

    @Autowired
    private Coverages coverages;

    private Opened at;

    @BeforeEach
    void two_members_with_five_weeks_before_them() {
        at = payers.open(browser);
    }

    @Test
    void a_partial_approval_covers_what_it_says_and_the_reason_and_appeal_are_kept() {
        var id = payers.ask(at, at.ana(), "SKMED", 26);
        var page = at.path() + "/requests/" + id;
        assertThat(at.send(page + "/sent", "channel=PHONE"))
                .hasStatus(422)
                .bodyText()
                .contains("Write who took it");
        at.send(page + "/sent", "channel=PHONE&spoke=Lee at provider services&reference=R-55");
        assertThat(at.rosa().page(at.path()))
                .contains("Sent by phone", "reference R-55, taken by Lee", "The payer decides before Tue 1 Dec 2026");

        assertThat(at.send(page + "/decision", "decision=PARTIAL&on=2026-11-23"))
                .hasStatus(422)
                .bodyText()
                .contains("in its own words", "Write the number of the authorization");
        assertThat(at.send(
                        page + "/decision",
                        "decision=APPROVED&on=2026-11-23&number=G1&units=8&from=2026-11-23" + "&to=2027-02-28"))
                .hasStatus(422)
                .bodyText()
                .contains("choose approved in part");
        at.send(
                page + "/decision",
                "decision=PARTIAL&on=2026-11-23&number=G1&units=8&from=2026-11-23"
                        + "&to=2027-02-28&reason=8 visits meet the criteria");

        assertThat(payers.request(at, at.ana()).status()).isEqualTo(AskingStatus.PARTIAL);
        assertThat(story.in(at.practice(), () -> authorizations.of(List.of(at.ana()))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.units()).isEqualTo(8);
                    assertThat(one.number()).isEqualTo("G1");
                });
        assertThat(at.rosa().page(at.path()))
                .contains(
                        "Approved in part",
                        "8 visits meet the criteria",
                        "By when it must be appealed is not known: read the notice. Usually 60 days");
    }

    @Test
    void a_denial_with_its_last_day_of_appeal_is_asked_about_and_an_appeal_that_is_won_covers() {
        var id = payers.ask(at, at.ana(), "SKMED", 12);
        var page = at.path() + "/requests/" + id;
        at.send(page + "/sent", "channel=PORTAL&reference=P1");
        at.send(page + "/decision", "decision=DENIED&on=2026-11-20&reason=not necessary&appeal=2026-12-05");
        assertThat(at.rosa().page(at.path())).contains("Appeal by Sat 5 Dec 2026 (the payer's notice).");
        assertThat(asked()).anyMatch(line -> line.contains("It can be appealed until Sat 5 Dec 2026."));

        at.send(page + "/step", "to=APPEALED&reason=letter of the leader sent");
        assertThat(payers.request(at, at.ana()).status()).isEqualTo(AskingStatus.APPEALED);
        at.send(
                page + "/decision",
                "decision=MODIFIED&on=2026-11-23&number=G2&units=10&from=2026-11-23"
                        + "&to=2027-02-28&reason=on review");

        assertThat(payers.request(at, at.ana()).status()).isEqualTo(AskingStatus.MODIFIED);
        assertThat(story.in(at.practice(), () -> authorizations.of(List.of(at.ana()))))
                .hasSize(1);
    }

    @Test
    void a_decision_written_down_by_mistake_is_taken_back_with_its_authorization() {
        var id = payers.ask(at, at.ana(), "SKMED", 12);
        var page = at.path() + "/requests/" + id;
        at.send(page + "/sent", "channel=FAX");
        at.send(
                page + "/decision",
                "decision=MODIFIED&on=2026-11-23&number=G2&units=10&from=2026-11-23" + "&to=2027-02-28&reason=fewer");

        at.send(page + "/step", "to=ASKED&reason=another member's letter");

        assertThat(payers.request(at, at.ana()).status()).isEqualTo(AskingStatus.ASKED);
        assertThat(story.in(at.practice(), () -> authorizations.of(List.of(at.ana()))))
                .isEmpty();
        assertThat(at.rosa().after(at.send(page + "/sent", "channel=FAX")))
                .contains("Somebody else has moved this request meanwhile");
    }

    @Test
    void an_authorization_that_runs_out_is_proposed_once_and_made_on_a_yes() {
        payers.authorize(at, at.ana(), "AUTH1", 1);

        assertThat(story.scheduledRound(at.practice(), Trust.PROPOSE))
                .filteredOn(entry -> entry.duty().equals("renew-authorizations"))
                .singleElement()
                .extracting(entry -> entry.because().sentence())
                .asString()
                .contains("One member, State Medicaid. Covers through Mon 30 Nov 2026; ask by Mon 16 Nov 2026")
                .doesNotContain(payers.name(at, at.ana()));
        story.scheduledRound(at.practice(), Trust.ACT);
        story.scheduledRound(at.practice(), Trust.ACT);

        var made = story.in(at.practice(), () -> asking.of(List.of(at.ana())));
        assertThat(made).singleElement().satisfies(one -> {
            assertThat(one.packet()).isNotNull();
            assertThat(one.wanted().days().first()).isEqualTo(AskingPayers.TODAY.plusWeeks(2));
        });
    }

    @Test
    void a_denial_is_answered_by_nobody_but_a_person_until_the_days_or_the_authorizations_are_others() {
        payers.asksForAuthorizations(at, "SKMED");
        var id = payers.ask(at, at.ana(), "SKMED", 12);
        var page = at.path() + "/requests/" + id;
        at.send(page + "/sent", "channel=PORTAL");
        at.send(page + "/decision", "decision=DENIED&on=2026-11-20&reason=not necessary");
        var ben = payers.ask(at, at.ben(), "SKMED", 12);
        at.send(
                "/patients/" + at.ben() + "/authorizations/requests/" + ben + "/step",
                "to=WITHDRAWN&reason=the payer wants to be asked in January");

        story.scheduledRound(at.practice(), Trust.ACT);

        assertThat(requests(at.ana())).hasSize(1);
        assertThat(requests(at.ben())).hasSize(1);
        assertThat(at.rosa().page("/authorizations"))
                .contains("Denied", "Withdrawn", "Nothing has to be asked for today.")
                .doesNotContain("Ask now");
        payers.authorize(at, at.ana(), "BY-PHONE", 1);
        story.scheduledRound(at.practice(), Trust.ACT);
        assertThat(requests(at.ana())).hasSize(2);
    }

    @Test
    void a_denial_is_appealed_while_the_next_request_is_under_way_and_cannot_be_asked_a_second_time() {
        var id = payers.ask(at, at.ana(), "SKMED", 12);
        var page = at.path() + "/requests/" + id;
        at.send(page + "/sent", "channel=PORTAL");
        at.send(page + "/decision", "decision=DENIED&on=2026-11-20&reason=not necessary&appeal=2026-12-05");
        payers.ask(at, at.ana(), "SKMED", 6);

        assertThat(at.rosa().after(at.send(page + "/step", "to=ASKED&reason=a slip")))
                .contains("The payer is asked for the same in another request by now.");
        at.send(page + "/step", "to=APPEALED&reason=letter sent");

        assertThat(story.in(at.practice(), () -> asking.find(id).orElseThrow().status()))
                .isEqualTo(AskingStatus.APPEALED);
    }

    @Test
    void an_appeal_that_is_lost_leaves_what_was_certified_and_one_that_is_won_changes_it() {
        var id = payers.ask(at, at.ana(), "SKMED", 20);
        var page = at.path() + "/requests/" + id;
        at.send(page + "/sent", "channel=PORTAL");
        var certified = "&number=G1&from=2026-11-23&to=2027-02-28&reason=criteria";
        at.send(page + "/decision", "decision=PARTIAL&on=2026-11-20&units=8" + certified);
        at.send(page + "/step", "to=APPEALED&reason=letter sent");

        at.send(page + "/decision", "decision=DENIED&on=2026-11-21&reason=upheld");

        assertThat(payers.request(at, at.ana())).satisfies(one -> {
            assertThat(one.status()).isEqualTo(AskingStatus.PARTIAL);
            assertThat(one.authorization()).isNotNull();
        });
        var first = story.in(
                at.practice(), () -> authorizations.of(List.of(at.ana())).getFirst());
        at.send(
                at.path() + "/" + first.id() + "/change",
                "number=G1&code=90853&units=8&from=2026-11-23&to=2027-02-28&planYear=2026-12-31&reason=the plan");
        at.send(page + "/step", "to=APPEALED&reason=second level");
        at.send(page + "/decision", "decision=MODIFIED&on=2026-11-22&units=18" + certified);
        assertThat(story.in(at.practice(), () -> authorizations.of(List.of(at.ana()))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.units()).isEqualTo(18);
                    assertThat(one.planYearEnds()).isEqualTo("2026-12-31");
                });
    }

    @Test
    void an_authorization_that_has_ended_is_still_told_of_while_sessions_are_to_come() {
        var eve = story.member(at.practice(), at.group(), "EVG01");
        var id = UUID.randomUUID();
        var days = new DateRange(LocalDate.of(2026, 9, 1), AskingPayers.TODAY.minusDays(3));
        story.run(
                at.practice(),
                () -> authorizations.add(
                        new Authorization(
                                id, eve, story.payer(at.practice(), "EVG01"), "OLD", AskingPayers.GROUP, 9, days),
                        BilledPractice.DANA));

        assertThat(at.rosa().page("/authorizations"))
                .contains(payers.name(at, eve), "Does not cover the next session, Mon 30 Nov 2026");
        story.scheduledRound(at.practice(), Trust.ACT);
        assertThat(requests(eve))
                .singleElement()
                .satisfies(one -> assertThat(one.wanted().extended()).isEqualTo(id));
    }

    @Test
    void insurance_that_begins_next_month_is_foreseen() {
        payers.asksForAuthorizations(at, "SKMED");
        var eve = story.member(at.practice(), at.group(), null);
        story.run(
                at.practice(),
                () -> coverages.add(
                        List.of(new Coverage(
                                coverages.newId(),
                                eve,
                                story.payer(at.practice(), "SKMED"),
                                "P",
                                "W1",
                                "",
                                "18",
                                null,
                                DateRange.from(LocalDate.of(2026, 12, 1)),
                                "test")),
                        BilledPractice.DANA,
                        "test"));

        assertThat(at.rosa().page("/authorizations"))
                .contains(payers.name(at, eve), "Does not cover the next session, Mon 7 Dec 2026");
    }

    @Test
    void what_was_faxed_on_friday_is_decided_a_week_after_friday() {
        var id = payers.ask(at, at.ana(), "SKMED", 12);
        var page = at.path() + "/requests/" + id;
        assertThat(at.send(page + "/sent", "channel=FAX&on=2026-11-24&hour=10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("That is still to come.");

        at.send(page + "/sent", "channel=FAX&on=2026-11-20&hour=16:30");

        assertThat(at.rosa().page(at.path()))
                .contains("Sent by fax on Fri 20 Nov 2026, 16:30", "The payer decides before Sat 28 Nov 2026");
    }

    @Test
    void a_decision_that_no_payer_makes_is_refused() {
        var id = payers.ask(at, at.ana(), "SKMED", 12);
        var page = at.path() + "/requests/" + id;
        at.send(page + "/sent", "channel=FAX");

        for (var made : List.of("TO_ASK", "WITHDRAWN", "APPEALED", "ASKED")) {
            assertThat(at.send(page + "/decision", "decision=" + made + "&on=2026-11-20"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Choose what the payer decided.");
        }
        assertThat(payers.request(at, at.ana()).status()).isEqualTo(AskingStatus.ASKED);
    }

    private List<AuthorizationRequest> requests(PatientId patient) {
        return story.in(at.practice(), () -> asking.of(List.of(patient)));
    }

    @Test
    void a_payer_that_is_late_is_asked_about_and_one_without_a_clock_never_is() {
        var late = payers.ask(at, at.ana(), "SKMED", 12);
        story.run(
                at.practice(),
                () -> asking.sent(
                        late,
                        new Sent(Channel.FAX, BilledPractice.NOW.minusSeconds(9L * 24 * 3600), "", ""),
                        BilledPractice.DANA));
        var carl = story.member(at.practice(), at.group(), "BRHP1");
        var never = payers.ask(at, carl, "BRHP1", 12);
        story.run(
                at.practice(),
                () -> asking.sent(
                        never,
                        new Sent(Channel.FAX, BilledPractice.NOW.minusSeconds(90L * 24 * 3600), "", ""),
                        BilledPractice.DANA));

        assertThat(asked())
                .filteredOn(line -> line.contains("should have decided"))
                .singleElement()
                .asString()
                .startsWith("State Medicaid should have decided before Sun 22 Nov 2026, 00:00");
        assertThat(at.rosa().page("/patients/" + carl + "/authorizations"))
                .contains("How long Blue Ridge Health Plan takes to decide is not known: 14 days are assumed.");
    }

    private List<String> asked() {
        return story.scheduledRound(at.practice(), Trust.PROPOSE).stream()
                .filter(entry -> entry.duty().equals("renew-authorizations"))
                .map(JournalEntry::question)
                .filter(Objects::nonNull)
                .toList();
    }
}
