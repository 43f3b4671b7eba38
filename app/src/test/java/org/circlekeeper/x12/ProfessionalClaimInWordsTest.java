package org.circlekeeper.x12;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.Golden.assertMatches;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfessionalClaimInWordsTest {

    static Set<String> batches() {
        return Batches.all().keySet();
    }

    @Test
    void a_claim_is_told_as_it_was_approved() {
        var batch = Batches.named("two-sessions-one-claim");
        var told = ProfessionalClaimInWords.tell(ProfessionalClaims.write(batch), "CK00000001");

        assertMatches(
                "837p/two-sessions-one-claim.txt",
                told.stream()
                        .map(one -> one.segment() + "\n    " + one.sentence() + "\n")
                        .collect(joining()));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void every_segment_that_we_write_has_words(String name) {
        var batch = Batches.named(name);
        var file = ProfessionalClaims.write(batch);

        for (var claim : batch.claims()) {
            assertThat(ProfessionalClaimInWords.tell(file, claim.claimNumber()))
                    .hasSizeGreaterThan(25)
                    .noneMatch(told -> told.sentence().contains("does not write")
                            || !told.sentence().endsWith("."));
        }
    }

    @Test
    void a_claim_is_told_with_its_own_people_and_no_others() {
        var told = ProfessionalClaimInWords.tell(
                ProfessionalClaims.write(Batches.named("two-children-one-plan")), "CK00000003");

        assertThat(told)
                .extracting(Told::segment)
                .contains("NM1*IL*1*GARCIA*MARIA****MI*EHP300201~", "NM1*QC*1*GARCIA*ZOE~")
                .contains("CLM*CK00000003*65***11:B:1*Y*A*Y*Y~")
                .doesNotContain("NM1*QC*1*GARCIA*AMARA~", "CLM*CK00000002*65***11:B:1*Y*A*Y*Y~", "HL*5*1*22*0~");
        assertThat(told.getLast().sentence()).isEqualTo("The interchange ends, number 000000101.");
    }

    @Test
    void a_claim_that_is_not_in_the_file_is_not_told() {
        assertThat(ProfessionalClaimInWords.tell(ProfessionalClaims.write(Batches.named("subscriber")), "CK00000009"))
                .isEmpty();
    }
}
