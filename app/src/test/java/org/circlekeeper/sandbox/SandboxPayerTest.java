package org.circlekeeper.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityAnswerReader;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.circlekeeper.x12.eligibility.GroupTherapyBenefit;
import org.circlekeeper.x12.review.ReviewReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxPayerTest {

    private static final String GOLDEN = "src/test/resources/golden/";

    private static byte[] question(String file, String memberId) throws IOException {
        return Files.readString(Path.of(GOLDEN + file))
                .replaceAll("EHP[0-9]{6}", memberId)
                .getBytes(US_ASCII);
    }

    private static byte[] answer(Dialect dialect, byte[] question) throws IOException {
        return new SandboxPayer(Scenarios.none(), dialect)
                .answer(question)
                .getLast()
                .bytes();
    }

    private static GroupTherapyBenefit benefit(String memberId) throws IOException {
        var answers = EligibilityAnswerReader.all(answer(Dialect.USUAL, question("270/batch.270", memberId)));
        assertThat(answers).hasSize(3);
        return GroupTherapyBenefit.of(answers.getFirst(), null);
    }

    @ParameterizedTest(name = "{0}: {1}, covered {2}, authorization {3}")
    @CsvSource({
        "ACTIVE01, ACTIVE, YES, NO",
        "INACTIVE01, INACTIVE, NO, UNKNOWN",
        "CARVEOUT01, ACTIVE, UNKNOWN, UNKNOWN",
        "AMBIGUOUS01, ACTIVE, AMBIGUOUS, NO",
        "AUTHORIZATIONNEEDED1, ACTIVE, YES, YES",
        "WRONGMEMBERID1, REJECTED, UNKNOWN, UNKNOWN",
        "DOWN1, REJECTED, UNKNOWN, UNKNOWN"
    })
    void each_member_meets_their_scenario(
            String memberId, EligibilityStatus status, Covered covered, AuthorizationNeed authorization)
            throws IOException {
        var benefit = benefit(memberId);

        assertThat(benefit.status()).isEqualTo(status);
        assertThat(benefit.covered().value()).isEqualTo(covered);
        assertThat(benefit.authorization().value()).isEqualTo(authorization);
    }

    @Test
    void a_limit_of_twenty_has_three_left() throws IOException {
        var benefit = benefit("VISITLIMIT01");

        assertThat(benefit.visitsTotal().value()).isEqualTo(20);
        assertThat(benefit.visitsLeft().value()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ACTIVE01, certified",
        "PARTIAL01, partial",
        "VISITLIMIT01, modified",
        "PENDED01, pended",
        "INACTIVE01, denied",
        "CARVEOUT01, contact-payer",
        "WRONGMEMBERID1, rejected",
        "DOWN1, rejected"
    })
    void requests_are_decided_by_scenario(String memberId, String decision) throws IOException {
        var reviews = ReviewReader.all(answer(Dialect.USUAL, question("278/requests.278", memberId)));

        assertThat(reviews)
                .hasSize(3)
                .allSatisfy(review -> assertThat(review.decision())
                        .extracting(one -> one.code())
                        .isEqualTo(decision));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void every_answer_is_whole_in_every_dialect(Dialect dialect) throws IOException {
        for (var file : new String[] {"270/batch.270", "276/claims.276", "278/requests.278"}) {
            for (var reply : new SandboxPayer(Scenarios.none(), dialect).answer(question(file, "ACTIVE01"))) {
                assertThat(X12Reader.of(reply.bytes()).ending())
                        .as(file + " " + reply.ending())
                        .isInstanceOf(X12Ending.Whole.class);
            }
        }
    }

    @Test
    void a_file_that_asks_several_things_is_answered_each_of_them() throws IOException {
        var both = new String(question("270/batch.270", "ACTIVE01"), US_ASCII)
                + new String(question("276/claims.276", "ACTIVE01"), US_ASCII);
        var replies = new SandboxPayer(Scenarios.none(), Dialect.USUAL).answer(both.getBytes(US_ASCII));

        assertThat(replies).extracting(SandboxPayer.Reply::ending).containsExactly("999", "271", "277");
        assertThat(EligibilityAnswerReader.all(replies.get(1).bytes())).hasSize(3);
        var receipt = new String(replies.getFirst().bytes(), US_ASCII);
        assertThat(receipt).contains("AK1*HS*", "AK1*HR*");
        assertThat(X12Reader.of(replies.getFirst().bytes()).ending()).isInstanceOf(X12Ending.Whole.class);
    }

    @Test
    void a_file_that_is_cut_off_is_refused_as_a_whole() throws IOException {
        var whole = question("270/batch.270", "ACTIVE01");
        var cut = new String(whole, US_ASCII).substring(0, whole.length - 60);
        var replies = new SandboxPayer(Scenarios.none(), Dialect.USUAL).answer(cut.getBytes(US_ASCII));

        assertThat(replies).extracting(SandboxPayer.Reply::ending).containsExactly("ta1");
        assertThat(new String(replies.getFirst().bytes(), US_ASCII)).contains("TA1*000000901*260112*0915*R*023~");
    }
}
