package org.circlekeeper.claims;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.x12.ClaimBatch;
import org.circlekeeper.x12.Oracles;
import org.circlekeeper.x12.ProfessionalClaim;
import org.circlekeeper.x12.ProfessionalClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a practice holds in its hands: what nothing holds is a file that everyone takes, and reads as it was meant.
 */
class AnyPracticesFileTest {

    private static final int VISITS = 25;

    static LongStream tens() {
        return LongStream.range(0, 20);
    }

    /** Two hundred practices, ten to a test. */
    @ParameterizedTest(name = "practices {0}0 to {0}9")
    @MethodSource("tens")
    void what_nothing_holds_is_accepted_and_read_back_as_the_very_claims(long ten) throws Exception {
        for (long seed = ten * 10; seed < ten * 10 + 10; seed++) {
            var any = new AnyPractice(seed);
            var rules = any.rules();
            var claims = claims(any.visits(VISITS), rules);
            if (!claims.isEmpty()) {
                var header = ClaimForm.header(rules, seed + 1, AnyPractice.TODAY.atTime(9, 0), true);
                var batch = new ClaimBatch(
                        header.envelope(),
                        header.submitter(),
                        header.receiver(),
                        header.billing(),
                        header.batchId(),
                        claims);
                Oracles.accept(batch, ProfessionalClaims.write(batch));
            }
        }
    }

    @Test
    void much_of_it_goes_and_every_reason_not_to_is_met() {
        var reasons = new TreeMap<String, Long>();
        int ready = 0;
        for (long seed = 0; seed < 200; seed++) {
            var any = new AnyPractice(seed);
            var rules = any.rules();
            for (var visit : any.visits(VISITS)) {
                var holds = holds(visit, rules);
                ready += holds.isEmpty() ? 1 : 0;
                holds.stream()
                        .collect(groupingBy(Finding::code, counting()))
                        .forEach((code, count) -> reasons.merge(code, count, Long::sum));
            }
        }

        assertThat(ready).isGreaterThan(1_000);
        assertThat(reasons)
                .containsKeys(
                        "self-pay",
                        "primary-missing",
                        "front-end-relationship",
                        "front-end-zip",
                        "front-end-po-box",
                        "front-end-taxonomy",
                        "front-end-rendering",
                        "front-end-name",
                        "front-end-address",
                        "front-end-birth-date",
                        "front-end-diagnosis",
                        "front-end-future",
                        "front-end-unwritable");
    }

    private static List<ProfessionalClaim> claims(List<Visit> visits, BillingRules rules) {
        var claims = new ArrayList<ProfessionalClaim>();
        for (var visit : visits) {
            if (holds(visit, rules).isEmpty()) {
                var number = NumberStore.claimNumber(claims.size() + 1);
                var insurance = requireNonNull(visit.insurance());
                claims.add(ClaimForm.fill(number, visit, insurance, Billed.of(visit, rules), rules));
            }
        }
        return claims;
    }

    private static List<Finding> holds(Visit visit, BillingRules rules) {
        return BillingReadiness.holds(visit, BillingReadiness.assess(visit, rules, AnyPractice.TODAY));
    }
}
