package org.circlekeeper.x12.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.circlekeeper.x12.SetExplained;
import org.circlekeeper.x12.Warning;
import org.circlekeeper.x12.X12Reader;
import org.junit.jupiter.api.Test;

class EligibilityAnswerReaderTest {

    private static final String ACTIVE = "EB*1**30^MH~\n";

    @Test
    void a_subscriber_who_asks_for_themselves_has_one_answer() {
        var answer = Answers.of(ACTIVE);

        assertThat(answer.trace()).isEqualTo("T1");
        assertThat(answer.memberId()).isEqualTo("EHP300201");
        assertThat(answer.payer().id()).isEqualTo("EVGRN");
        assertThat(answer.planBegins()).isEqualTo("2026-01-01");
        assertThat(answer.planEnds()).isEqualTo("2026-12-31");
        assertThat(answer.isInForce(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(answer.benefits().getFirst().serviceTypes()).containsExactly("30", "MH");
    }

    @Test
    void a_subscriber_above_a_dependent_is_no_answer_of_their_own() {
        var answers = Answers.read(Answers.PAYER + Answers.PROVIDER + """
                HL*3*2*22*1~
                NM1*IL*1*OKAFOR*DANIEL****MI*BCX900117~
                HL*4*3*23*0~
                TRN*1*PAYERS OWN*9PAYER~
                TRN*2*T2*9CGT000100~
                NM1*03*1*OKAFOR*AMARA~
                INS*N*19~
                EB*1**MH~
                HL*5*3*23*0~
                NM1*03*1*OKAFOR*BEN~
                AAA*N**67*C~
                """);

        assertThat(answers).extracting(answer -> answer.person().name().first()).containsExactly("AMARA", "BEN");
        assertThat(answers).extracting(EligibilityAnswer::memberId).containsOnly("BCX900117");
        assertThat(answers.getFirst().trace()).isEqualTo("T2");
        assertThat(answers.getLast().rejections()).containsExactly(new Rejection("2100D", "67", "C"));
    }

    @Test
    void a_subscriber_with_rows_and_a_dependent_with_rows_are_two_answers() {
        var answers = Answers.read(Answers.PAYER + Answers.PROVIDER + Answers.SUBSCRIBER + ACTIVE
                + "HL*4*3*23*0~NM1*03*1*GARCIA*ANA~EB*6**30~");

        assertThat(answers)
                .extracting(EligibilityStatus::of)
                .containsExactly(EligibilityStatus.ACTIVE, EligibilityStatus.INACTIVE);
    }

    @Test
    void a_rejection_is_found_on_every_level() {
        var levels = List.of(
                "HL*1**20*1~AAA*Y**42*R~NM1*PR*2*P~",
                "HL*1**20*1~NM1*PR*2*P~AAA*N**79*C~",
                Answers.PAYER + "HL*2*1*21*1~NM1*1P*2*C~AAA*N**51*C~",
                Answers.PAYER + Answers.PROVIDER + "HL*3*2*22*0~NM1*IL*1*G~AAA*N**75*C~",
                Answers.PAYER + Answers.PROVIDER + "HL*3*2*22*1~NM1*IL*1*G~AAA*N**72*C~HL*4*3*23*0~NM1*03*1*A~",
                "HL*1**20*1~AAA*Y**42*R~NM1*PR*2*P~" + Answers.PROVIDER
                        + "HL*3*2*22*1~NM1*IL*1*G~HL*4*3*23*0~NM1*03*1*A~");

        assertThat(levels)
                .map(level -> Answers.read(level).stream()
                        .map(answer -> answer.rejections().getFirst().level() + " " + EligibilityStatus.of(answer))
                        .toList())
                .containsExactly(
                        List.of("2000A REJECTED"),
                        List.of("2100A REJECTED"),
                        List.of("2100B REJECTED"),
                        List.of("2100C REJECTED"),
                        List.of("2100C REJECTED"),
                        List.of("2000A REJECTED"));
    }

    @Test
    void two_providers_who_may_not_ask_are_two_rejections() {
        assertThat(Answers.read(
                        Answers.PAYER + "HL*2*1*21*1~NM1*1P*2*C~AAA*N**51*C~HL*3*1*21*1~NM1*1P*2*D~AAA*N**43*C~"))
                .extracting(answer -> answer.provider().last())
                .containsExactly("C", "D");
    }

    @Test
    void what_is_said_above_many_people_is_kept_once_and_no_more_than_a_person_reads() {
        var same = Answers.read("HL*1**20*1~" + "AAA*N**42*R~".repeat(3_000) + "HL*2*1*22*0~".repeat(3_000));
        var levels = new StringBuilder(Answers.PAYER + "HL*2*1*22*1~TRN*1*OTHER~TRN*2*OURS~");
        for (int number = 100; number < 200; number++) {
            levels.append("AAA*N**" + number + "*C~DTP*346*D8*20260" + number + "~TRN*1*T" + number + "~");
        }
        var different =
                Answers.read(levels + "HL*3*2*23*0~NM1*03*1*OKAFOR*BEN~").getFirst();

        assertThat(same).hasSize(3_000).allMatch(answer -> answer.rejections().size() == 1);
        assertThat(different.rejections()).hasSize(20);
        assertThat(different.dates()).hasSizeLessThanOrEqualTo(20);
        assertThat(different.traces()).hasSizeLessThanOrEqualTo(21).startsWith("OURS", "OTHER");
    }

    @Test
    void a_plan_begins_on_the_day_of_the_plan_and_not_on_that_of_the_question() {
        var people = Answers.SUBSCRIBER.replace("DTP*346*RD8*20260101-20261231~", "%s") + ACTIVE;
        var both = Answers.read(Answers.PAYER + people.formatted("DTP*291*D8*20260112~DTP*346*D8*20250101~"))
                .getFirst();
        var question = Answers.read(Answers.PAYER + people.formatted("DTP*291*D8*20260112~"))
                .getFirst();
        var range = Answers.read(Answers.PAYER + people.formatted("DTP*291*RD8*20260101-20261231~"))
                .getFirst();

        assertThat(both.planBegins()).isEqualTo("2025-01-01");
        assertThat(question.planBegins()).isNull();
        assertThat(range.planBegins()).isEqualTo("2026-01-01");
        assertThat(range.planEnds()).isEqualTo("2026-12-31");
    }

    @Test
    void whatever_follows_a_row_belongs_to_it() {
        var row = Answers.of(
                        "EB*1**MH~HSD*VS*3***29~REF*18*X~DTP*348*D8*20260101~MSG*ONE~MSG*TWO~III*ZZ*11~UNK*1~LS*2120~"
                                + "NM1*PR*2*HARBOR*****PI*88999~PER*IC**TE*1~LE*2120~")
                .benefits()
                .getFirst();

        assertThat(row.messages()).containsExactly("ONE", "TWO");
        assertThat(row.places()).containsExactly("11");
        assertThat(row.parties()).extracting("id").containsExactly("88999");
        assertThat(row.details()).hasSize(11);
    }

    @Test
    void an_amount_that_is_no_number_is_a_warning() throws IOException {
        assertThat(explained(ACTIVE + "EB*B**MH***27*TEN~EB*C**30***29*1.234~").warnings())
                .extracting(Warning::code)
                .containsExactly("amount-unreadable");
        assertThat(explained(ACTIVE).warnings()).isEmpty();
    }

    @Test
    void what_warns_alone_warns_of_the_same_and_tells_nothing() throws IOException {
        var rows = ACTIVE + "EB*B**MH***27*TEN~";

        var alone = seen(new EligibilityAnswerExplained().warningAlone(), rows);

        assertThat(alone.warnings()).isEqualTo(explained(rows).warnings()).isNotEmpty();
        assertThat(alone.facts()).isEmpty();
        assertThat(alone.sentences()).isEmpty();
    }

    @Test
    void a_set_is_told_to_programs_and_to_people() throws IOException {
        var told = explained(ACTIVE + "EB*B*IND*MH***27*25****Y*Y~");

        assertThat(told.facts().get("persons"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .first()
                .extracting("status", "mentalHealth.covered", "mentalHealth.copayCents")
                .containsExactly("active", "yes", 2500L);
        assertThat(told.sentences())
                .contains("Group therapy is covered.", "The copay of a visit is $25.00.")
                .allMatch(sentence -> sentence.endsWith("."));
    }

    private static SetExplained explained(String rows) throws IOException {
        return seen(new EligibilityAnswerExplained(), rows);
    }

    private static SetExplained seen(SetExplained told, String rows) throws IOException {
        var reader = X12Reader.of(Answers.file(Answers.PAYER + Answers.PROVIDER + Answers.SUBSCRIBER + rows));
        for (var segment = reader.next(); segment != null; segment = reader.next()) {
            told.see(segment);
        }
        return told;
    }
}
