package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.claims.DisclosureCheck.Withheld;
import org.circlekeeper.practice.OwnRule.Kind;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Finding.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds a visit, told one difference at a time. */
class BillingReadinessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_line_of_telehealth_says_how_the_member_took_part() {
        assertThat(modifiers(AVisit.fine().commercial())).isEmpty();
        assertThat(modifiers(AVisit.fine().commercial().at("10"))).containsExactly("95");
        assertThat(modifiers(AVisit.fine().commercial().at("02"))).containsExactly("95");
        assertThat(modifiers(AVisit.fine().commercial().heardOnly())).containsExactly("93");
        assertThat(modifiers(AVisit.fine().at("10"))).isEmpty();
        assertThat(modifiers(AVisit.fine().heardOnly())).containsExactly("93");
    }

    @Test
    void a_visit_that_is_fine_has_no_findings() {
        assertThat(found(AVisit.fine())).isEmpty();
        assertThat(found(AVisit.fine().commercial())).containsExactly();
    }

    @ParameterizedTest
    @CsvSource({"UNMARKED,unmarked", "ABSENT,absent", "LATE_CANCEL,late-cancel", "EXCUSED,excused"})
    void whoever_did_not_come_is_held_always(Presence presence, String code) {
        var findings = assess(AVisit.fine().presence(presence), SomeRules.usual());

        assertThat(findings.getFirst().code()).isEqualTo(code);
        assertThat(findings.getFirst().weight()).isEqualTo(Weight.ALWAYS_HOLDS);
    }

    @Test
    void presence_without_a_person_behind_it_is_unmarked() {
        assertThat(found(AVisit.fine().recordedByNobody())).containsExactly("unmarked");
        assertThat(found(AVisit.fine().cancelled())).containsExactly("absent");
    }

    @Test
    void sheet_note_restriction_and_consent_hold_always() {
        assertThat(found(AVisit.fine().open())).containsExactly("session-open");
        assertThat(found(AVisit.fine().notOver())).containsExactly("session-not-over");
        assertThat(found(AVisit.fine().noteUnsigned())).containsExactly("note-unsigned");
        assertThat(found(AVisit.fine().withheld(Withheld.PLAN_RESTRICTED))).containsExactly("plan-restricted");
        assertThat(found(AVisit.fine().withheld(Withheld.PART2_CONSENT_MISSING)))
                .containsExactly("part2-consent-missing");
        assertThat(assess(AVisit.fine().open().noteUnsigned(), SomeRules.usual()))
                .extracting(Finding::weight)
                .containsOnly(Weight.ALWAYS_HOLDS);
    }

    @Test
    void every_finding_is_told_and_the_first_is_the_one_a_biller_looks_at() {
        var visit = AVisit.fine().presence(Presence.ABSENT).noteUnsigned().diagnoses();

        assertThat(found(visit)).containsExactly("absent", "note-unsigned", "no-diagnosis");
    }

    @Test
    void without_insurance_there_is_nobody_to_bill() {
        assertThat(found(AVisit.fine().uninsured())).containsExactly("self-pay");
        assertThat(found(AVisit.fine().insuredUntil(AVisit.TUESDAY.minusDays(1))))
                .containsExactly("coverage-ended");
        assertThat(found(AVisit.fine().insuredUntil(AVisit.TUESDAY))).isEmpty();
    }

    @Test
    void enrolment_holds_when_it_is_known_to_be_wrong_and_not_when_nobody_knows() {
        assertThat(assess(AVisit.fine(), SomeRules.enrolmentUnknown())).isEmpty();

        var refused = SomeRules.enrolmentUnknown().enrolled(false, LocalDate.of(2026, 1, 1));
        assertThat(codes(assess(AVisit.fine(), refused))).containsExactly("not-enrolled");
        var later = SomeRules.enrolmentUnknown().enrolled(true, AVisit.TUESDAY.plusDays(1));
        assertThat(codes(assess(AVisit.fine(), later))).containsExactly("not-enrolled");
        var corrected = refused.enrolled(true, LocalDate.of(2026, 3, 1));
        assertThat(codes(assess(AVisit.fine(), corrected))).isEmpty();
    }

    @Test
    void medicare_asks_for_a_treatment_plan_and_a_commercial_payer_does_not() {
        assertThat(found(AVisit.fine().planFrom(null))).containsExactly("treatment-plan-missing");
        assertThat(found(AVisit.fine().planFrom(AVisit.TUESDAY))).isEmpty();
        assertThat(found(AVisit.fine().planFrom(AVisit.TUESDAY.plusDays(1))))
                .as("it was not in force on the day of the visit")
                .containsExactly("treatment-plan-missing");
        assertThat(found(AVisit.fine().commercial().planFrom(null))).isEmpty();
    }

    @Test
    void former_records_hold_plans_up_to_the_day_they_were_attested() {
        var visit = AVisit.fine().planFrom(null);

        assertThat(codes(assess(visit, SomeRules.usual().formerRecords(AVisit.TUESDAY))))
                .isEmpty();
        assertThat(codes(assess(visit, SomeRules.usual().formerRecords(AVisit.TUESDAY.minusDays(1)))))
                .containsExactly("treatment-plan-missing");
    }

    @Test
    void a_co_led_group_is_as_large_as_the_payer_s_rule_for_two_leaders_allows() {
        var rules = SomeRules.usual().ledBy(Kind.MOST_PEOPLE, 8, 1).ledBy(Kind.MOST_PEOPLE, 12, 2);
        var nine = AVisit.fine().build();

        assertThat(codes(BillingReadiness.assess(nine.among(9, 1, false), rules.build(), TODAY)))
                .containsExactly("too-many-people");
        assertThat(codes(BillingReadiness.assess(nine.among(9, 2, false), rules.build(), TODAY)))
                .isEmpty();
        assertThat(codes(BillingReadiness.assess(nine.among(13, 2, false), rules.build(), TODAY)))
                .containsExactly("too-many-people");
    }

    @Test
    void authorization_is_asked_for_only_where_a_rule_says() {
        var asked = SomeRules.usual().own(Kind.AUTHORIZATION, 1);

        assertThat(codes(assess(AVisit.fine(), asked))).containsExactly("authorization-missing");
        assertThat(codes(assess(AVisit.fine().authorized(8, 7), asked))).isEmpty();
        assertThat(codes(assess(AVisit.fine().authorized(8, 8), asked))).containsExactly("authorization-used-up");
        assertThat(codes(assess(AVisit.fine().notCounted(8, 0), asked))).containsExactly("authorization-used-up");
        assertThat(found(AVisit.fine().authorized(8, 8))).isEmpty();
        assertThat(found(AVisit.fine().payer("VACCN", "VA", "W1"))).containsExactly("authorization-missing");
    }

    @Test
    void people_are_counted_only_against_the_practices_own_rule() {
        assertThat(found(AVisit.fine().heads(40))).isEmpty();
        var rules = SomeRules.usual().own(Kind.MOST_PEOPLE, 10).own(Kind.FEWEST_PEOPLE, 3);
        assertThat(codes(assess(AVisit.fine().heads(10), rules))).isEmpty();
        assertThat(codes(assess(AVisit.fine().heads(11), rules))).containsExactly("too-many-people");
        assertThat(codes(assess(AVisit.fine().heads(2), rules))).containsExactly("too-few-people");
    }

    @Test
    void a_short_visit_is_looked_at_when_the_practice_says_so() {
        var rules = SomeRules.usual().own(Kind.LOOK_AT_SHORTER, 45);

        assertThat(assess(AVisit.fine().minutes(20), rules))
                .extracting(finding -> finding.because().sentence())
                .containsExactly("The member stayed 20 minutes; your own rule asks you to look.");
        assertThat(found(AVisit.fine().minutes(20))).isEmpty();
    }

    @Test
    void a_second_visit_of_a_day_is_held() {
        assertThat(found(AVisit.fine().secondThatDay())).containsExactly("second-visit-same-day");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01,",
        "2026-10-31,",
        "2025-12-24,",
        "2025-12-23,filing-deadline",
        "2025-11-23,filing-deadline",
        "2025-11-22,too-late-to-file"
    })
    void medicare_takes_a_claim_for_twelve_months(LocalDate day, String code) {
        var rules = SomeRules.usual().enrolled(true, LocalDate.of(2020, 1, 1)).formerRecords(TODAY);
        var visit = AVisit.fine().on(day).build();
        var findings = BillingReadiness.assess(visit, rules.build(), TODAY).stream()
                .map(Finding::code)
                .filter(found -> !found.startsWith("front-end"))
                .toList();

        assertThat(findings).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void the_deadline_is_told_again_at_thirty_fourteen_and_seven_days() {
        var rules = SomeRules.usual().own(Kind.TIMELY_FILING, 90);
        var filed = AVisit.TUESDAY.plusDays(90);

        assertThat(deadline(rules, filed.minusDays(31))).isEmpty();
        assertThat(deadline(rules, filed.minusDays(30))).contains("30 days");
        assertThat(deadline(rules, filed.minusDays(14))).contains("14 days");
        assertThat(deadline(rules, filed.minusDays(7))).contains("7 days");
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void every_finding_says_what_settles_it_and_where_it_stands(FindingCode code) {
        assertThat(code.remedy()).matches("[A-Z][a-z]+ .*").doesNotEndWith(".");
        assertThat(code.source()).isNotBlank();
        assertThat(code.meaning()).endsWith(".");
        assertThat(FindingCode.ofCode(code.code())).isEqualTo(code);
    }

    @Test
    void no_sentence_names_the_member() {
        var visit = AVisit.fine()
                .presence(Presence.ABSENT)
                .noteUnsigned()
                .secondThatDay()
                .minutes(5)
                .planFrom(null)
                .build();
        var rules = SomeRules.enrolmentUnknown()
                .own(Kind.AUTHORIZATION, 1)
                .own(Kind.FEWEST_PEOPLE, 20)
                .build();

        assertThat(BillingReadiness.assess(visit, rules, TODAY))
                .allSatisfy(finding -> assertThat(finding.because().sentence() + finding.remedy() + finding.source())
                        .doesNotContain("Ruiz")
                        .doesNotContainPattern("\\bAna\\b"));
    }

    private static List<String> modifiers(AVisit visit) {
        return Billed.of(visit.build(), SomeRules.usual().build()).modifiers();
    }

    private static String deadline(SomeRules rules, LocalDate today) {
        return BillingReadiness.assess(AVisit.fine().build(), rules.build(), today).stream()
                .filter(finding -> finding.code().equals("filing-deadline"))
                .map(finding -> finding.because().sentence())
                .findFirst()
                .orElse("");
    }

    private static List<String> found(AVisit visit) {
        return codes(assess(visit, SomeRules.usual()));
    }

    private static List<Finding> assess(AVisit visit, SomeRules rules) {
        return BillingReadiness.assess(visit.build(), rules.build(), TODAY);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
