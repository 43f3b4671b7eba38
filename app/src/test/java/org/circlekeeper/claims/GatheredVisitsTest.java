package org.circlekeeper.claims;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.claims.DisclosureCheck.Withheld;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.GroupLeader;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Part;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What billing sees of a visit is what others wrote down. */
@PracticeTest
class GatheredVisitsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private BilledPractice story;

    @Autowired
    private ClaimVisits visits;

    @Autowired
    private ClaimVisitStore store;

    @Autowired
    private Claims claims;

    @Autowired
    private Charts charts;

    @Autowired
    private Coverages coverages;

    @Autowired
    private Consents consents;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private Rosters rosters;

    @Autowired
    private GroupLeaders leaders;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Practices practices;

    private PracticeId practice;
    private GroupId group;
    private PatientId ana;
    private PatientId ben;
    private SessionId session;

    @BeforeEach
    void two_members_who_came() {
        practice = story.open();
        group = story.group(practice, "Monday Circle", false);
        ana = story.member(practice, group, "BRHP1");
        ben = story.member(practice, group, null);
        session = story.session(practice, group, MONDAY, 9);
    }

    @Test
    void everyone_who_came_is_counted_whoever_pays() {
        story.held(practice, session, List.of(ana, ben));

        assertThat(visit(session, ana).meeting().heads()).isEqualTo(2);
        assertThat(visit(session, ana).meeting().closed()).isTrue();
        assertThat(visit(session, ana).noteSigned()).isTrue();
        assertThat(visit(session, ben).insurance()).isNull();
    }

    @Test
    void who_led_a_session_is_counted_by_the_session_and_not_by_its_group() {
        story.held(practice, session, List.of(ana, ben));
        var other = story.session(practice, group, MONDAY.plusDays(1), 9);
        story.held(practice, other, List.of(ana));
        var marcus = story.in(
                practice,
                () -> practices.add(new PersonName("Marcus", "Bell"), "LCPC", new Npi("1234567893"), "101YM0800X", ""));
        var both = new DateRange(MONDAY, MONDAY.plusDays(1));
        story.run(practice, () -> leaders.add(group, marcus, GroupLeader.Part.CO_LEADING, both, BilledPractice.DANA));
        assertThat(visit(session, ana).meeting().leading()).isEqualTo(1);

        var monday = new DateRange(MONDAY, MONDAY);
        story.run(practice, () -> sessions.wasBeside(group, marcus, Part.CO_LEADING, monday, BilledPractice.DANA));
        assertThat(visit(session, ana).meeting().leading()).isEqualTo(2);
        assertThat(visit(other, ana).meeting().leading()).isEqualTo(1);
    }

    @Test
    void the_earlier_visit_of_a_day_is_billed_and_the_later_is_held() {
        var evening = story.group(practice, "Evening Circle", false);
        story.run(practice, () -> rosters.join(evening, ana, DateRange.from(MONDAY), BilledPractice.DANA));
        var later = story.session(practice, evening, MONDAY, 17);
        story.held(practice, later, List.of(ana));
        story.held(practice, session, List.of(ana, ben));

        assertThat(visit(session, ana).secondThatDay()).isFalse();
        assertThat(visit(later, ana).secondThatDay()).isTrue();
        story.round(practice);
        assertThat(claim(ClaimStatus.HELD, later).holds())
                .extracting(found -> found.code())
                .containsExactly("second-visit-same-day");
        assertThat(claim(ClaimStatus.SENT, session).patient()).isEqualTo(ana);
    }

    @Test
    void what_is_known_of_others_is_asked_of_these_sessions_and_members_and_of_nobody_elses() {
        story.held(practice, session, List.of(ana, ben));
        var other = story.group(practice, "Evening Circle", false);
        var carl = story.member(practice, other, "BRHP1");
        var evening = story.session(practice, other, MONDAY, 17);
        story.held(practice, evening, List.of(carl));

        var crowd = story.in(
                practice, () -> store.crowd(Crowd.Asked.of(List.of(session), List.of(ana.value()), List.of(MONDAY))));

        assertThat(crowd.rooms()).containsOnlyKeys(session);
        assertThat(crowd.rooms().get(session).heads()).isEqualTo(2);
    }

    @Test
    void a_visit_that_the_member_pays_is_looked_at_again_only_when_there_is_insurance_or_nobody_came() {
        story.held(practice, session, List.of(ana, ben));
        story.scheduledRound(practice, Trust.ACT);
        assertThat(unsettled()).contains(ana).doesNotContain(ben);

        story.correct(practice, session, ben, Presence.ABSENT);
        assertThat(unsettled()).contains(ben);
        story.correct(practice, session, ben, Presence.PRESENT);
        story.scheduledRound(practice, Trust.ACT);
        insure(ben);

        assertThat(unsettled()).contains(ben);
        story.scheduledRound(practice, Trust.ACT);
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.READY))))
                .extracting(Claim::patient)
                .contains(ben);
    }

    private List<PatientId> unsettled() {
        return story.in(practice, () -> visits.unsettled(TODAY)).stream()
                .map(visit -> new PatientId(visit.member().id()))
                .toList();
    }

    private void insure(PatientId patient) {
        story.run(
                practice,
                () -> coverages.add(
                        List.of(new Coverage(
                                coverages.newId(),
                                patient,
                                story.payer(practice, "EVG01"),
                                "P",
                                "M2",
                                "",
                                "18",
                                null,
                                DateRange.from(MONDAY),
                                "test")),
                        BilledPractice.DANA,
                        "new card"));
    }

    @Test
    void the_insurance_is_the_one_of_the_day_and_an_ended_one_is_told_apart() {
        story.run(practice, () -> {
            var former = coverages.of(ana).getFirst();
            coverages.end(former.id(), MONDAY.minusDays(1), BilledPractice.DANA, "card changed");
        });
        assertThat(visit(session, ana).insurance().covers(MONDAY)).isFalse();

        story.run(
                practice,
                () -> coverages.add(
                        List.of(new Coverage(
                                coverages.newId(),
                                ana,
                                story.payer(practice, "EVG01"),
                                "P",
                                "M1",
                                "G7",
                                "19",
                                new PersonName("Olga", "Parent"),
                                DateRange.from(MONDAY),
                                "test")),
                        BilledPractice.DANA,
                        "new card"));
        var insurance = visit(session, ana).insurance();
        assertThat(insurance.payerId()).isEqualTo("EVG01");
        assertThat(insurance.covers(MONDAY)).isTrue();
        assertThat(insurance.subscriberLast()).isEqualTo("Parent");
    }

    @Test
    void a_dependents_claim_names_subscriber_and_patient() {
        the_insurance_is_the_one_of_the_day_and_an_ended_one_is_told_apart();
        plan(ana, MONDAY.minusDays(9), MONDAY.plusDays(90));
        story.held(practice, session, List.of(ana, ben));

        story.round(practice);

        var sent = claim(ClaimStatus.SENT, session);
        var file = new String(story.in(practice, () -> claims.content(sent.batch())), US_ASCII);
        var patient = sent.patientName().last().toUpperCase(Locale.ROOT);
        assertThat(file).contains("NM1*IL*1*PARENT*OLGA****MI*M1", "PAT*19", "NM1*QC*1*" + patient);
    }

    @Test
    void diagnoses_and_plans_are_those_of_the_day_in_their_order() {
        var codes = List.of(new DiagnosisCode("F41.1"), new DiagnosisCode("F33.1"));
        story.run(practice, () -> charts.diagnose(ana, codes, MONDAY, BilledPractice.DANA));
        plan(ana, MONDAY.minusDays(9), MONDAY.plusDays(90));
        plan(ben, MONDAY.minusDays(90), MONDAY.minusDays(1));

        assertThat(visit(session, ana).diagnoses()).containsExactly("F41.1", "F33.1");
        assertThat(visit(session, ana).planFrom()).isEqualTo(MONDAY.minusDays(9));
        assertThat(visit(session, ben).planFrom()).isNull();
    }

    @Test
    void units_of_an_authorization_are_used_by_other_visits_only() {
        story.run(
                practice,
                () -> coverages.add(
                        new Authorization(
                                UUID.randomUUID(),
                                ana,
                                story.payer(practice, "BRHP1"),
                                "AUTH7",
                                ProcedureCode.GROUP_PSYCHOTHERAPY,
                                2,
                                new DateRange(MONDAY.minusDays(30), MONDAY.plusDays(30))),
                        BilledPractice.DANA));
        story.held(practice, session, List.of(ana, ben));
        story.round(practice);
        assertThat(claim(ClaimStatus.SENT, session).authorization()).isEqualTo("AUTH7");

        assertThat(visit(session, ana).authorization()).isEqualTo(new Visit.Authorized("AUTH7", 2, 0, true));
        var next = story.session(practice, group, MONDAY.plusDays(2), 9);
        assertThat(visit(next, ana).authorization()).isEqualTo(new Visit.Authorized("AUTH7", 2, 1, true));
    }

    @Test
    void what_may_not_be_told_is_asked_of_those_above() {
        var recovery = story.group(practice, "Recovery", true);
        var cleo = story.member(practice, recovery, "BRHP1");
        var meeting = story.session(practice, recovery, MONDAY, 11);
        story.mark(practice, meeting, cleo, Presence.PRESENT);
        assertThat(visit(meeting, cleo).withheld()).containsExactly(Withheld.PART2_CONSENT_MISSING);

        var consent = story.in(practice, () -> consents.recordPart2(cleo, MONDAY, null, "binder", BilledPractice.DANA));
        story.run(practice, () -> restrictions.restrict(meeting, cleo, MONDAY, BilledPractice.DANA));
        assertThat(visit(meeting, cleo).withheld()).containsExactly(Withheld.PLAN_RESTRICTED);

        story.run(practice, () -> consents.revokePart2(consent, TODAY, BilledPractice.DANA));
        assertThat(visit(meeting, cleo).withheld())
                .containsExactlyInAnyOrder(Withheld.PLAN_RESTRICTED, Withheld.PART2_CONSENT_MISSING);
    }

    private void plan(PatientId patient, LocalDate first, LocalDate last) {
        story.run(
                practice,
                () -> charts.recordPlan(
                        patient, new DateRange(first, last), "Dana Whitfield", "here", BilledPractice.DANA));
    }

    /** Whoever is not on the sheet yet is marked present first. */
    private Visit visit(SessionId of, PatientId patient) {
        return found(of, patient).orElseGet(() -> {
            story.mark(practice, of, patient, Presence.PRESENT);
            return found(of, patient).orElseThrow();
        });
    }

    private Optional<Visit> found(SessionId of, PatientId patient) {
        return story.in(practice, () -> visits.of(of, TODAY)).stream()
                .filter(found -> found.member().id().equals(patient.value()))
                .findFirst();
    }

    private Claim claim(ClaimStatus status, SessionId of) {
        return story.in(practice, () -> claims.list(ClaimFilter.of(status))).stream()
                .filter(claim -> claim.session().equals(of))
                .findFirst()
                .orElseThrow();
    }
}
