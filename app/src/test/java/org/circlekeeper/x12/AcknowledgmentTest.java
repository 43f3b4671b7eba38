package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A 999 accepts our sets or rejects them, and a rejection is never lost. */
class AcknowledgmentTest {

    @ParameterizedTest
    @CsvSource({
        "A, A, A, accepted, 2, 0",
        "E, A, E, accepted, 2, 0",
        "P, A, R, partial, 1, 1",
        "A, A, R, partial, 1, 1",
        "R, R, R, rejected, 0, 2",
        "R, M, X, rejected, 0, 2",
        "'', A, R, partial, 1, 1",
        "'', A, A, accepted, 2, 0",
        "P, R, W, rejected, 0, 2"
    })
    void a_group_is_what_its_sets_are(
            String group, String one, String other, String outcome, long accepted, long rejected) {
        var told = Telling.json(acknowledgment(
                "AK2*837*0001", "IK5*" + one, "AK2*837*0002", "IK5*" + other, "AK9*" + group + "*2*2*1"));

        assertThat(told.get("outcome").asString()).isEqualTo(outcome);
        assertThat(told.get("accepted").longValue()).isEqualTo(accepted);
        assertThat(told.get("rejected").longValue()).isEqualTo(rejected);
    }

    @Test
    void sets_that_are_not_named_are_counted_as_the_group_counts_them() {
        var told = Telling.json(acknowledgment("AK2*837*0002", "IK5*R*5", "AK9*P*5*5*4"));

        assertThat(told.get("outcome").asString()).isEqualTo("partial");
        assertThat(told.get("accepted").longValue()).isEqualTo(4);
        assertThat(told.get("rejected").longValue()).isEqualTo(1);
        assertThat(Telling.json(acknowledgment("AK9*R*5*5*0")).get("rejected").longValue())
                .isEqualTo(5);
    }

    @Test
    void a_group_that_is_rejected_takes_its_sets_along() {
        var file = acknowledgment("AK2*837*0001", "IK5*A", "AK9*R*1*1*0*1");
        var told = Telling.json(file);

        assertThat(told.get("outcome").asString()).isEqualTo("rejected");
        assertThat(told.get("accepted").longValue()).isZero();
        assertThat(told.get("rejected").longValue()).isEqualTo(1);
        assertThat(told.at("/sets/0/outcome").asString()).isEqualTo("rejected");
        assertThat(Telling.told(file).getFirst().sentences())
                .contains("Every set of the group is rejected with it, whatever is said of the set.");
    }

    @Test
    void no_more_sets_are_accepted_than_were_received() {
        var told = Telling.json(acknowledgment("AK9*A*1*1*5"));

        assertThat(told.get("outcome").asString()).isEqualTo("accepted");
        assertThat(told.get("accepted").longValue()).isEqualTo(1);
        assertThat(told.get("rejected").longValue()).isZero();
    }

    @Test
    void every_error_is_told_with_its_place_and_the_claim_it_belongs_to() {
        var told = acknowledgment(
                "AK2*837*0002*005010X222A1",
                "IK3*CLM*22*2300*8",
                "CTX*CLM01:CGT102",
                "IK4*2*782*1",
                "IK4*5:3*1331*7*9",
                "IK3*REF*57**3",
                "CTX*SITUATIONAL TRIGGER*CLM*43**5:3*1325",
                "IK5*R*5",
                "AK9*R*1*1*0*5");

        Golden.assertMatches("x12/acknowledgment.json", Telling.json(told).toString() + "\n");
        Golden.assertMatches(
                "x12/acknowledgment.txt",
                String.join("\n", Telling.told(told).getFirst().sentences()) + "\n");
    }

    @Test
    void a_group_that_is_not_answered_is_a_warning() {
        assertThat(Telling.told(acknowledgment("AK2*837*0001", "IK5*A"))
                        .getFirst()
                        .warnings())
                .extracting(Warning::code)
                .containsExactly("no-answer");
    }

    private static String acknowledgment(String... segments) {
        List<String> all = new ArrayList<>(List.of("AK1*HC*107*005010X222A1"));
        all.addAll(List.of(segments));
        return Telling.file("FA", "999", "005010X231A1", all.toArray(String[]::new));
    }
}
