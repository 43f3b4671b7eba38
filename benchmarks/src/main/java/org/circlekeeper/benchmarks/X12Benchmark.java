package org.circlekeeper.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.terms.TaxId;
import org.circlekeeper.x12.BillingProvider;
import org.circlekeeper.x12.ClaimBatchHeader;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.ProfessionalClaim;
import org.circlekeeper.x12.ProfessionalClaimReader;
import org.circlekeeper.x12.ProfessionalClaims;
import org.circlekeeper.x12.Receiver;
import org.circlekeeper.x12.RenderingProvider;
import org.circlekeeper.x12.ServiceLine;
import org.circlekeeper.x12.Submitter;
import org.circlekeeper.x12.Subscriber;
import org.circlekeeper.x12.X12Reader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the writer and the reader of X12 cost by themselves: 20,000 claims in memory, to nowhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class X12Benchmark {

    private static final int PATIENTS = 2_000;
    private static final int CLAIMS_OF_EACH = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 14);
    private static final PostalAddress HOME = new PostalAddress("1 Invented Street", "Chicago", "IL", "606140101");
    private static final RenderingProvider LEADER =
            new RenderingProvider(new PersonName("Leader", "Invented"), new Npi("1101408916"), "1041C0700X");

    private final List<ProfessionalClaim> claims = new ArrayList<>();
    private byte[] file = {};

    @Setup
    public void claims() throws IOException {
        for (int patient = 0; patient < PATIENTS; patient++) {
            for (int week = 0; week < CLAIMS_OF_EACH; week++) {
                claims.add(claim(patient, week));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ProfessionalClaims.write(header(), claims.iterator(), bytes);
        file = bytes.toByteArray();
    }

    @Benchmark
    public void write() throws IOException {
        ProfessionalClaims.write(header(), claims.iterator(), OutputStream.nullOutputStream());
    }

    /** Segments alone. */
    @Benchmark
    public long readSegments() throws IOException {
        var reader = new X12Reader(new ByteArrayInputStream(file));
        long segments = 0;
        while (reader.next() != null) {
            segments++;
        }
        return segments;
    }

    @Benchmark
    public long readClaims() throws IOException {
        var reader = new ProfessionalClaimReader(new X12Reader(new ByteArrayInputStream(file)));
        long read = 0;
        while (reader.next() != null) {
            read++;
        }
        return read;
    }

    private static ClaimBatchHeader header() {
        var at = LocalDateTime.of(2026, 11, 23, 18, 0);
        var phone = new Phone("3125550100");
        return new ClaimBatchHeader(
                new Envelope("ZZ", "990000909", "ZZ", "OUTBOX", 1, 1, at, true, Delimiters.USUAL),
                new Submitter("Large House", "990000909", "Large House", phone),
                new Receiver("OUTBOX", "OUTBOX"),
                new BillingProvider(
                        new BillingProvider.Organization("Large House"),
                        new Npi("1999999984"),
                        new TaxId("990000909"),
                        "261QM0801X",
                        HOME,
                        null),
                "B000000001");
    }

    private static ProfessionalClaim claim(int patient, int week) {
        var number = "CK%06d%02d".formatted(patient, week);
        var charge = new Money(6_500);
        return new ProfessionalClaim(
                number,
                new Subscriber(
                        new PersonName("Person", "Invented"),
                        "W" + (100_000_000 + patient),
                        "",
                        "P",
                        "CI",
                        new PayerParty("Evergreen Mutual", "EVERG"),
                        HOME,
                        LocalDate.of(1970, 1, 1).plusDays(patient),
                        patient % 2 == 0 ? "F" : "M"),
                null,
                charge,
                "11",
                "1",
                null,
                null,
                null,
                List.of(new DiagnosisCode("F41.1")),
                LEADER,
                null,
                List.of(new ServiceLine(
                        number + "L1",
                        ProcedureCode.GROUP_PSYCHOTHERAPY,
                        List.of(),
                        charge,
                        1,
                        List.of(1),
                        FIRST_DAY.plusWeeks(week),
                        "11")));
    }
}
