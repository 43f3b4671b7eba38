package org.circlekeeper.x12;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/** Everyone who must take a claims file: two readers that are not ours, our own, the guide's map and a front end. */
public final class Oracles {

    private Oracles() {}

    /** A file as others meet it, against the claims that were to be written. */
    public static void accept(ClaimBatch batch, byte[] file) throws Exception {
        readAlike(batch, file);
        readBack(batch, file);
        assertThat(ClearinghouseEdits.of(file)).isEmpty();
    }

    /** A file whose claims nobody here knows: all take it, and read the same in it. Returns the claim numbers. */
    public static List<String> take(byte[] file) throws Exception {
        var read =
                ProfessionalClaimReader.all(file).stream().map(ReadFacts::read).toList();
        readAlike(read, file);
        assertThat(ClearinghouseEdits.of(file)).isEmpty();
        return read.stream().map(ReadFacts::claimNumber).toList();
    }

    /** Fails unless all of them take the file without complaint and read the same in it. */
    static void readAlike(ClaimBatch batch) throws Exception {
        readAlike(batch, ProfessionalClaims.write(batch));
    }

    static void readAlike(ClaimBatch batch, byte[] file) throws Exception {
        readAlike(batch.claims().stream().map(ReadFacts::written).toList(), file);
    }

    private static void readAlike(List<ReadFacts> written, byte[] file) throws Exception {
        assertThat(X12Reader.of(file).ending()).isInstanceOf(X12Ending.Whole.class);
        assertThat(ProfessionalClaimReader.all(file).stream()
                        .map(ReadFacts::read)
                        .toList())
                .isEqualTo(written);
        assertThat(Staedi.read(file)).isEqualTo(written);
        assertThat(Imsweb.read(file)).isEqualTo(written);
    }

    /** Fails unless the file holds these claims, whole and in this order. */
    static void readBack(ClaimBatch batch, byte[] file) throws Exception {
        var read = ProfessionalClaimReader.all(file);
        assertThat(read).hasSameSizeAs(batch.claims());
        for (int place = 0; place < read.size(); place++) {
            assertReadsBack(batch, batch.claims().get(place), read.get(place));
        }
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
                        claim.rendering() == null || batch.billing().is(claim.rendering())
                                ? ""
                                : claim.rendering().npi().value(),
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
                    sex == null ? "U" : sex);
        }
    }
}
