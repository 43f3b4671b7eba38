package org.circlekeeper.claims;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.OwnFee;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Kinds of groups that are billed alike and cost differently: what the claim says, before and after it is filed. */
@PracticeTest
class OwnFeesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private Groups groups;

    @Autowired
    private OwnFees fees;

    private PracticeId practice;
    private UUID skills;
    private GroupId evening;
    private PatientId ana;
    private PatientId ben;
    private PatientId cleo;

    /** A process group at the practice's 65 dollars, two groups of a kind of their own. All are billed as 90853. */
    @BeforeEach
    void three_groups_of_two_kinds() {
        practice = story.open();
        var process = story.group(practice, "Monday Circle", false);
        skills = story.in(practice, () -> groups.type("Skills", ProcedureCode.GROUP_PSYCHOTHERAPY, false))
                .id();
        var morning = found("Morning Skills");
        evening = found("Evening Skills");
        ana = story.member(practice, process, "BRHP1");
        ben = story.member(practice, morning, "BRHP1");
        cleo = story.member(practice, evening, "BRHP1");
        held(process, 9, ana);
        held(morning, 11, ben);
        held(evening, 18, cleo);
    }

    @Test
    void two_kinds_that_are_both_billed_as_90853_are_charged_each_at_its_own_fee() {
        charge(new OwnFee(skills, null, MONDAY, Money.dollars("90")));
        charge(new OwnFee(null, evening, MONDAY, Money.dollars("110.50")));

        story.scheduledRound(practice, Trust.ACT);

        assertThat(charges())
                .isEqualTo(Map.of(ana, Money.dollars("65"), ben, Money.dollars("90"), cleo, Money.dollars("110.50")));
    }

    @Test
    void a_fee_holds_from_its_first_day_on_and_no_longer_when_the_kind_charges_nothing_of_its_own() {
        charge(new OwnFee(skills, null, MONDAY.plusDays(1), Money.dollars("90")));
        story.scheduledRound(practice, Trust.ACT);
        assertThat(charges().get(ben)).isEqualTo(Money.dollars("65"));

        charge(new OwnFee(skills, null, MONDAY.minusDays(7), Money.dollars("80")));
        story.scheduledRound(practice, Trust.ACT);
        assertThat(charges().get(ben)).as("not filed yet, it follows").isEqualTo(Money.dollars("80"));

        charge(new OwnFee(skills, null, MONDAY, null));
        story.scheduledRound(practice, Trust.ACT);
        assertThat(charges().get(ben)).isEqualTo(Money.dollars("65"));
    }

    @Test
    void a_claim_that_was_filed_keeps_what_it_was_filed_with() {
        charge(new OwnFee(skills, null, MONDAY, Money.dollars("90")));
        story.scheduledRound(practice, Trust.ACT);
        var batch = story.in(practice, () -> claims.release(List.<UUID>of(), BilledPractice.DANA))
                .getFirst();
        var file = text(batch);
        assertThat(file).contains("SV1*HC:90853*90*", "SV1*HC:90853*65*");

        charge(new OwnFee(skills, null, MONDAY, Money.dollars("120")));
        charge(new OwnFee(null, evening, MONDAY, Money.dollars("140")));
        story.scheduledRound(practice, Trust.ACT);

        assertThat(charges())
                .isEqualTo(Map.of(ana, Money.dollars("65"), ben, Money.dollars("90"), cleo, Money.dollars("90")));
        assertThat(text(batch)).isEqualTo(file);
    }

    @Test
    void a_group_that_is_put_under_part_2_charges_what_its_kind_charged() {
        charge(new OwnFee(skills, null, MONDAY, Money.dollars("90")));

        story.run(practice, () -> groups.putUnderPart2(evening, BilledPractice.DANA));

        var apart = story.in(practice, () -> groups.find(evening).orElseThrow());
        assertThat(apart.part2()).isTrue();
        assertThat(apart.type()).isNotEqualTo(skills);
        assertThat(story.in(practice, () -> fees.schedule().on(evening, apart.type(), MONDAY)))
                .contains(Money.dollars("90"));
    }

    private String text(Batch batch) {
        return new String(story.in(practice, () -> claims.content(batch.id())), StandardCharsets.US_ASCII);
    }

    private Map<PatientId, Money> charges() {
        return story.in(practice, () -> claims.list(ClaimFilter.all())).stream()
                .collect(toMap(Claim::patient, Claim::charge));
    }

    private void charge(OwnFee fee) {
        story.run(practice, () -> fees.charge(fee, BilledPractice.DANA));
    }

    private GroupId found(String name) {
        return story.in(
                practice,
                () -> groups.found(
                        groups.type(skills).orElseThrow(),
                        name,
                        8,
                        story.leader(),
                        DateRange.from(BilledPractice.YEAR_BEGAN),
                        BilledPractice.DANA));
    }

    private void held(GroupId group, int hour, PatientId member) {
        SessionId session = story.session(practice, group, MONDAY, hour);
        story.held(practice, session, List.of(member));
    }
}
