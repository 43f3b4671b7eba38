package org.circlekeeper.x12;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers that are not ours read what we write, without complaint and as we read it. */
class OraclesTest {

    static Set<String> batches() {
        return Batches.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("batches")
    void every_approved_file_is_read_alike_by_all_readers(String name) throws Exception {
        assertReadAlike(Batches.named(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void any_two_hundred_claims_are_read_alike_by_all_readers(long seed) throws Exception {
        assertReadAlike(new RandomClaims(seed).batch(200));
    }

    @ParameterizedTest
    @ValueSource(longs = {144, 233, 377})
    void whatever_was_written_reads_back_equal(long seed) throws Exception {
        var batch = new RandomClaims(seed).batch(200);
        var read = ProfessionalClaimReader.all(ProfessionalClaims.write(batch));

        assertThat(read).hasSameSizeAs(batch.claims());
        for (int place = 0; place < read.size(); place++) {
            assertReadsBack(batch, batch.claims().get(place), read.get(place));
        }
    }

    /** Not by x12-parser, which knows no such terminator. */
    @Test
    void a_line_end_may_be_the_terminator() throws Exception {
        var lines = new Delimiters('*', '^', ':', '\n');
        var batch = Batches.batch(
                Batches.PRACTICE, lines, new RandomClaims(610).batch(200).claims());
        var file = ProfessionalClaims.write(batch);
        var written = batch.claims().stream().map(ReadFacts::written).toList();

        assertThat(ProfessionalClaimReader.all(file).stream()
                        .map(ReadFacts::read)
                        .toList())
                .isEqualTo(written);
        assertThat(Staedi.read(file)).isEqualTo(written);
    }

    private static void assertReadAlike(ClaimBatch batch) throws Exception {
        var file = ProfessionalClaims.write(batch);
        var written = batch.claims().stream().map(ReadFacts::written).toList();

        assertThat(X12Reader.of(file).ending()).isInstanceOf(X12Ending.Whole.class);
        assertThat(ProfessionalClaimReader.all(file).stream()
                        .map(ReadFacts::read)
                        .toList())
                .isEqualTo(written);
        assertThat(Staedi.read(file)).isEqualTo(written);
        assertThat(Imsweb.read(file)).isEqualTo(written);
    }

    private static void assertReadsBack(ClaimBatch batch, ProfessionalClaim claim, ReadClaim read) {
        var sent = new Sent(batch.envelope().delimiters());
        var subscriber = claim.subscriber();

        assertThat(read)
                .isEqualTo(new ReadClaim(
                        claim.claimNumber(),
                        sent.text(subscriber.payer().payerId(), 80),
                        sent.text(subscriber.memberId(), 80),
                        sent.text(subscriber.groupNumber(), 50),
                        subscriber.filingCode(),
                        sent.patient(claim),
                        claim.charge(),
                        claim.placeOfService(),
                        claim.frequency(),
                        sent.text(claim.priorAuthorization(), 50),
                        sent.text(claim.payerClaimNumber(), 50),
                        claim.diagnoses().stream().map(DiagnosisCode::undotted).toList(),
                        batch.billing().npi().value(),
                        requireNonNull(claim.rendering()).npi().value(),
                        claim.lines().stream()
                                .map(line -> sent.line(claim, line))
                                .toList()));
    }

    /** What a claim's values are on the wire, in a file of these delimiters. */
    private record Sent(Delimiters delimiters) {

        ReadClaim.ReadPerson patient(ProfessionalClaim claim) {
            var subscriber = claim.subscriber();
            var dependent = claim.dependent();
            return dependent == null
                    ? person(subscriber.name(), subscriber.birthDate(), subscriber.sex())
                    : person(dependent.name(), dependent.birthDate(), dependent.sex());
        }

        ReadClaim.ReadLine line(ProfessionalClaim claim, ServiceLine line) {
            var pointers =
                    line.diagnosisPointers().stream().map(String::valueOf).toList();
            var place = line.placeOfService().equals(claim.placeOfService()) ? "" : line.placeOfService();
            return new ReadClaim.ReadLine(
                    line.lineId(),
                    line.code().value(),
                    line.modifiers(),
                    line.charge(),
                    "1",
                    pointers,
                    line.serviceDate(),
                    place);
        }

        String text(@Nullable String text, int longest) {
            if (text == null) {
                return "";
            }
            var plain = X12Text.basic(text)
                    .chars()
                    .mapToObj(character -> delimiters.contains((char) character) ? " " : Character.toString(character))
                    .collect(joining());
            var basic = X12Text.basic(plain);
            return basic.substring(0, Math.min(longest, basic.length())).strip();
        }

        private ReadClaim.ReadPerson person(PersonName name, @Nullable LocalDate birthDate, @Nullable String sex) {
            return new ReadClaim.ReadPerson(
                    text(name.last(), 60),
                    text(name.first(), 35),
                    text(name.middle(), 25),
                    birthDate,
                    requireNonNull(sex));
        }
    }
}
