package org.circlekeeper.x12.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTherapyBenefitTest {

    private static GroupTherapyBenefit read(String... rows) {
        return GroupTherapyBenefit.of(Answers.of(rows), null);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '=', textBlock = """
            EB*1**30~ = ACTIVE
            EB*1**30^MH~ = ACTIVE
            EB*5~ = ACTIVE
            EB*1**MH~ = ACTIVE
            EB*1**35~ = ACTIVE
            EB*6**30~ = INACTIVE
            EB*7**30~EB*B**MH***27*10~ = INACTIVE
            EB*1**30~EB*6**35~ = ACTIVE
            EB*6**MH~ = INACTIVE
            EB*B**MH***27*10~ = UNKNOWN
            EB*V**30~ = UNKNOWN
            EB*1**30~EB*6**30~ = UNKNOWN
            EB*1**30~EB*6**30~DTP*349*D8*20251231~ = ACTIVE
            EB*6**30~EB*1**30~DTP*348*D8*20260201~ = INACTIVE
            EB*V**MH~AAA*N**72*C~ = REJECTED
            EB*1**30~EB*V**MH~AAA*N**69*C~ = ACTIVE
            """)
    void the_status_is_the_payers_word_on_the_plan(String rows, EligibilityStatus status) {
        assertThat(read(rows).status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '=', textBlock = """
            EB*1**30~ = UNKNOWN
            EB*1**30~EB*B**30***27*10~ = UNKNOWN
            EB*1**30^MH~ = YES
            EB*1**30~EB*1**A6~ = YES
            EB*1**30~EB*1**A8~ = YES
            EB*1**30~EB*1**CF~ = YES
            EB*1**30~EB*1**98~ = YES
            EB*1**30~EB*1**A7~ = UNKNOWN
            EB*1**30~EB*B**MH***27*10~ = YES
            EB*1**30~EB*F**MH***23***VS*20~ = UNKNOWN
            EB*1**30~EB*I**MH~ = NO
            EB*1**30~EB*6**MH~ = NO
            EB*1**30^MH~EB*I**MH~ = AMBIGUOUS
            EB*1**30^MH~EB*I**MH*********N~ = YES
            EB*1**30~EB*1**MH*********N~ = UNKNOWN
            EB*1**30^MH~EB*I************HC:90853~ = NO
            EB*1**30~EB*I**MH~EB*1************HC:90853~ = YES
            EB*1**30~EB*1************HC:90837~ = UNKNOWN
            EB*1**30~EB*1************HC:90832::::::90853~ = YES
            EB*1**98~EB*I**MH~ = NO
            EB*1**30^MH~MSG*GROUP THERAPY IS NOT COVERED~ = AMBIGUOUS
            EB*1**30^MH~MSG*MARRIAGE COUNSELING IS NOT COVERED~ = YES
            EB*1**30^MH~EB*B**MH***27*10~EB*B**A6***27*20~ = AMBIGUOUS
            EB*1**30^MH~EB*A**MH****.2~ = YES
            EB*1**30^MH~EB*A**MH*****.2~EB*A**MH*****.3~ = AMBIGUOUS
            EB*1**30^MH~EB*F**MH***23***VS*20~EB*F**MH***23***VS*30~ = AMBIGUOUS
            EB*6**30~ = NO
            EB*6**30~EB*1**MH~ = AMBIGUOUS
            EB*6**30~EB*B**MH***27*10~ = NO
            EB*1**30~EB*6**30~EB*1**MH~ = AMBIGUOUS
            EB*B**MH***27*10~ = UNKNOWN
            EB*1**30~EB*U**MH~ = UNKNOWN
            EB*1**30^MH~EB*U**MH~ = AMBIGUOUS
            """)
    void only_a_clear_yes_is_covered(String rows, Covered covered) {
        assertThat(read(rows).covered().value()).isEqualTo(covered);
    }

    @Test
    void a_plan_that_is_not_active_shows_the_row_that_says_so() {
        var benefit = read("EB*6**30~EB*C*IND*30***23*500~");
        assertThat(benefit.covered().value()).isEqualTo(Covered.NO);
        assertThat(benefit.rows()).extracting(row -> row.row().text()).contains("EB*6**30~");
        assertThat(read("EB*6**35~").rows()).hasSize(1);
    }

    /** The answer is of 12 January 2026. */
    @ParameterizedTest(name = "{0} is {1}, covered {2}")
    @CsvSource(delimiter = '=', textBlock = """
            DTP*347*D8*20251231~ = UNKNOWN = AMBIGUOUS
            DTP*347*D8*20260112~ = ACTIVE = YES
            DTP*346*D8*20260201~ = UNKNOWN = AMBIGUOUS
            DTP*346*RD8*20250101-20251231~ = UNKNOWN = AMBIGUOUS
            DTP*291*D8*20251215~DTP*347*D8*20251231~ = ACTIVE = YES
            DTP*291*D8*20260115~DTP*347*D8*20260113~ = UNKNOWN = AMBIGUOUS
            DTP*472*D8*20251215~DTP*357*D8*20251231~ = ACTIVE = YES
            """)
    void who_calls_a_plan_active_whose_days_are_over_says_two_things(
            String dates, EligibilityStatus status, Covered covered) {
        var person = Answers.SUBSCRIBER.replaceFirst("DTP.*\n", "") + dates + "EB*1**30~EB*1**MH~";
        var benefit = GroupTherapyBenefit.of(
                Answers.read(Answers.PAYER + Answers.PROVIDER + person).getFirst(), null);
        assertThat(benefit.status()).isEqualTo(status);
        assertThat(benefit.covered().value()).isEqualTo(covered);
        assertThat(benefit.isCovered()).isEqualTo(covered == Covered.YES);
    }

    /** Whoever was born or hired in March begins in March, and the year of the plan begins when it did. */
    @Test
    void the_days_of_a_dependent_go_before_those_of_the_subscriber() {
        var dependent = """
                HL*4*3*23*0~
                NM1*03*1*GARCIA*LUIS~
                DTP*356*D8*20260314~
                EB*1**30~
                EB*F**MH***22***VS*20~
                """;
        var answer = Answers.read(Answers.PAYER + Answers.PROVIDER + Answers.SUBSCRIBER + dependent)
                .getLast();
        assertThat(answer.planBegins()).isEqualTo(LocalDate.of(2026, 3, 14));
        assertThat(answer.planEnds()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(answer.isInForce(LocalDate.of(2026, 2, 1))).isFalse();
        assertThat(GroupTherapyBenefit.of(answer, null).resetsAfter(LocalDate.of(2026, 4, 1)))
                .isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void what_contradicts_is_shown() {
        var benefit = read("EB*1**30^MH~EB*B**A6***27*10~MSG*ABLETO~EB*B**A6***27*25~EB*B**33***27*40~");

        assertThat(benefit.copay().value()).isNull();
        assertThat(benefit.copay().rows())
                .extracting(row -> row.row().element(7))
                .containsExactly("10", "25");
        assertThat(benefit.covered().rows()).hasSize(3);
        assertThat(benefit.isCovered()).isFalse();
    }

    @ParameterizedTest(name = "{0} costs {1}")
    @CsvSource(delimiter = '=', textBlock = """
            EB*B**MH***27*25~ = 2500
            EB*B**MH***27*25.5~ = 2550
            EB*B**MH****0~ = 0
            EB*B**MH***27*25*****Y~EB*B**MH***27*60*****N~ = 2500
            EB*B**MH***27*25*****Y~EB*B**MH***27*30~ = 2500
            EB*B**MH***27*60*****N~ =
            EB*B**MH***27*25~EB*B**98***27*40~ = 2500
            EB*B**98***27*40~ = 4000
            EB*B**30***27*40~ =
            EB*B**MH***27*25~EB*B*****27*15******HC:90853~ = 1500
            EB*B**MH***23*500~ =
            EB*B*FAM*MH***27*50~EB*B*IND*MH***27*25~ = 2500
            EB*B**MH***27*TWENTY~ =
            EB*B**MH***27*25~EB*B**MH***27*25~ = 2500
            """)
    void the_copay_is_that_of_a_visit_in_the_network(String rows, @Nullable Long cents) {
        var copay = read("EB*1**30^MH~", rows).copay().value();
        assertThat(copay == null ? null : copay.cents()).isEqualTo(cents);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({".2,20", "0.125,12.5", "1,100", "0,0", "20,20", "x,"})
    void a_share_is_told_in_percent(String written, @Nullable BigDecimal percent) {
        assertThat(read("EB*1**30^MH~EB*A**MH*****" + written + "~")
                        .coinsurancePercent()
                        .value())
                .isEqualTo(percent);
    }

    @Test
    void the_place_of_the_group_settles_what_differs_by_place() {
        var answer = Answers.of("EB*1**30^MH~EB*B**MH***27*25~III*ZZ*11~EB*B**MH***27*60~III*ZZ*22~");

        assertThat(GroupTherapyBenefit.of(answer, "11").copay().value()).isEqualTo(new Money(2500));
        assertThat(GroupTherapyBenefit.of(answer, "22").copay().value()).isEqualTo(new Money(6000));
        assertThat(GroupTherapyBenefit.of(answer, null).copay().isContradictory())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} leaves {1}")
    @CsvSource(delimiter = '=', textBlock = """
            EB*C*IND*30***23*500~EB*C*IND*30***29*120~ = 12000
            EB*C*IND*30***29*120~EB*C*IND*MH***29*50~ = 5000
            EB*C*FAM*30***29*900~EB*C*IND*30***29*120~ = 12000
            EB*C*IND*30***29*120*****Y~EB*C*IND*30***29*700*****N~ = 12000
            EB*C*IND*30***23*500~ =
            """)
    void the_deductible_left_is_the_persons_own(String rows, @Nullable Long cents) {
        var left = read("EB*1**30^MH~", rows).deductibleLeft().value();
        assertThat(left == null ? null : left.cents()).isEqualTo(cents);
    }

    @ParameterizedTest(name = "{0}: {2} of {1}")
    @CsvSource(delimiter = '=', textBlock = """
            EB*F**MH***23***VS*30~EB*F**MH***29***VS*7~ = 30 = 7
            EB*F**MH~HSD*VS*20***23~EB*F**MH~HSD*VS*0***29~ = 20 = 0
            EB*F**MH~HSD*VS*20***23~HSD*VS*3***29~ = 20 = 3
            EB*F**MH***29~HSD*VS*3***23~ = = 3
            EB*F**MH***23***VS*20~EB*F**MH***24***VS*17~ = 20 = 3
            EB*F**MH***23***VS*20~EB*F**MH***23***99*17~ = 20 = 3
            EB*F**MH***22***P6*20~ = 20 =
            EB*F**MH***7***VS*1~ = =
            EB*F**MH***35***VS*2~EB*F**MH***25***VS*40~ = 40 =
            EB*F**MH***32***VS*90~EB*F**MH***33***VS*60~ = 90 = 60
            EB*F**MH***32***VS*90~EB*F**MH***23***VS*20~ = 20 =
            EB*F**MH***23***VS*20~EB*F*****23***VS*10***HC:90853~ = 10 =
            EB*F**33***23***VS*20~ = =
            EB*F**MH***23***VS*20.0~EB*F**MH***29***VS*-1~ = 20 =
            EB*F**MH***23***DY*20~ = =
            EB*F*IND*MH***23~HSD*VS*2*MO**23*1~ = =
            EB*F*IND*MH~HSD*VS*1*WK~EB*F*IND*MH***23***VS*20~ = 20 =
            EB*F**MH~HSD*VS*20***23*2~ = =
            EB*F**MH~HSD*VS*20***23*1~ = 20 =
            EB*F**MH***23***VS*20**Y~EB*F**MH***23***VS*10**N~ = 20 =
            """)
    void visits_are_counted_by_year_and_by_what_is_left(String rows, @Nullable Integer total, @Nullable Integer left) {
        var benefit = read("EB*1**30^MH~", rows);
        assertThat(benefit.visitsTotal().value()).isEqualTo(total);
        assertThat(benefit.visitsLeft().value()).isEqualTo(left);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '=', textBlock = """
            EB*1**MH********Y~ = YES
            EB*1**MH********N~ = NO
            EB*1**MH********U~ = UNKNOWN
            EB*1**MH~ = UNKNOWN
            EB*1**MH~MSG*PLAN REQUIRES PRECERT~ = ASK
            EB*1**MH********N~MSG*PRIOR AUTHORIZATION REQUIRED AFTER 20 VISITS~ = ASK
            EB*1**MH********N~MSG*NO PRECERT REQUIRED~ = NO
            EB*1**MH********N~MSG*PRIOR AUTH IS NOT REQUIRED~ = NO
            EB*1**MH********N~MSG*PLAN DOES NOT REQUIRE PRIOR AUTHORIZATION~ = NO
            EB*1**MH********N~MSG*SERVICES WILL NOT BE PAID WITHOUT PRIOR AUTHORIZATION~ = ASK
            EB*1**MH********N~MSG*NO AUTHORIZATION REQUIRED FOR THE FIRST 8 VISITS~ = ASK
            EB*1**MH********N~MSG*NO COVERAGE UNLESS PRIOR AUTH OBTAINED~ = ASK
            EB*1**MH********N~MSG*AUTH REQUIRED FOR OUTPATIENT THERAPY~ = ASK
            EB*1**MH********N~MSG*PA REQ FOR OUTPATIENT~ = ASK
            EB*1**MH********N~MSG*NO REFERRAL REQUIRED, PRIOR AUTH REQUIRED~ = ASK
            EB*1**MH********Y~MSG*PRECERTIFICATION REQUIRED~ = YES
            EB*1**MH********Y~EB*1**A6********N~ = ASK
            EB*1**MH********Y*Y~EB*A**MH********N~ = YES
            EB*1**MH********N~EB*CB**********Y**HC:90853~ = YES
            EB*1**30********Y~EB*1**MH~ = UNKNOWN
            """)
    void a_message_alone_never_says_that_an_authorization_is_needed(String rows, AuthorizationNeed need) {
        assertThat(read("EB*1**30~", rows).authorization().value()).isEqualTo(need);
    }

    @Test
    void the_carve_out_payer_is_whom_the_row_names() {
        var benefit = read("EB*1**30~EB*U**MH~LS*2120~NM1*P3*1*JONES*M~NM1*PR*2*HARBOR*****PI*88999~LE*2120~");
        var withoutMarks = read("EB*1**30~EB*R**MH~NM1*VN*2*HARBOR~");
        var unnamed = read("EB*1**30~EB*U**A6~");
        var otherCoverage = read("EB*1**30^MH~EB*R**30~LS*2120~NM1*PR*2*OTHER*****PI*1~LE*2120~");

        assertThat(benefit.carveOut()).extracting("id").isEqualTo("88999");
        assertThat(withoutMarks.carveOut()).extracting("last").isEqualTo("HARBOR");
        assertThat(unnamed.carveOut()).extracting("last").isEqualTo("");
        assertThat(otherCoverage.carveOut()).isNull();
    }

    @Test
    void the_carve_out_payer_may_be_any_organization_that_is_no_provider() {
        var vendor = read("EB*1**30~EB*U**MH~LS*2120~NM1*1P*2*CEDAR~NM1*VY*2*HARBOR*****PI*88999~LE*2120~");
        var secondInsurance = read("EB*1**30^MH~EB*R**30^MH~NM1*SEP*2*OTHER PLAN*****PI*777~");

        assertThat(vendor.carveOut()).extracting("id").isEqualTo("88999");
        assertThat(secondInsurance.carveOut()).isNull();
        assertThat(secondInsurance.covered().value()).isEqualTo(Covered.YES);
    }

    @Test
    void a_year_of_the_plan_begins_with_the_plan_and_a_calendar_year_in_january() {
        var day = LocalDate.of(2026, 5, 12);
        var calendar = read("EB*1**30^MH~EB*F**MH***23***VS*20~");
        var service = GroupTherapyBenefit.of(
                Answers.read(Answers.PAYER + Answers.PROVIDER
                                + Answers.SUBSCRIBER.replace("20260101-20261231", "20250701-20260630")
                                + "EB*1**30^MH~EB*F**MH***22***VS*20~")
                        .getFirst(),
                null);

        assertThat(calendar.resetsAfter(day)).isEqualTo("2027-01-01");
        assertThat(service.resetsAfter(day)).isEqualTo("2026-07-01");
        assertThat(read("EB*1**30^MH~").resetsAfter(day)).isNull();
    }

    @Test
    void a_plan_that_begins_on_a_leap_day_has_a_year_too() {
        assertThat(new PlanYear(LocalDate.of(2024, 2, 29)).nextAfter(LocalDate.of(2026, 1, 1)))
                .isEqualTo("2026-02-28");
    }
}
