package org.circlekeeper.x12;

import static org.circlekeeper.x12.ClaimDraft.CLINICIAN;
import static org.circlekeeper.x12.ClaimDraft.HOME;
import static org.circlekeeper.x12.ClaimDraft.TUESDAY;
import static org.circlekeeper.x12.ClaimDraft.claim;
import static org.circlekeeper.x12.ClaimDraft.session;
import static org.circlekeeper.x12.ClaimDraft.subscriber;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.TaxId;
import org.jspecify.annotations.Nullable;

/** Files of claims as a practice sends them: each has a golden file, and goes through every reader. */
final class Batches {

    static final LocalDateTime MORNING = LocalDateTime.of(2026, 3, 31, 9, 15);
    static final PostalAddress STREET =
            new PostalAddress("410 SW Alder St", "Suite 300", "Portland", "OR", "972051234");
    static final PostalAddress BOX = new PostalAddress("PO Box 9001", "Portland", "OR", "972079001");
    static final BillingProvider PRACTICE = practice(STREET);

    private Batches() {}

    static BillingProvider practice(@Nullable PostalAddress payTo) {
        var name = new BillingProvider.Organization("Cedar Group Therapy PLLC");
        return new BillingProvider(name, new Npi("1234560013"), new TaxId("93-1112223"), "261QM0850X", STREET, payTo);
    }

    static BillingProvider solo() {
        var name = new BillingProvider.Person(CLINICIAN.name());
        return new BillingProvider(name, CLINICIAN.npi(), new TaxId("543221111"), "101YM0800X", STREET, null);
    }

    static Envelope envelope(Delimiters delimiters) {
        return new Envelope("ZZ", "931112223", "ZZ", "OUTBOX", 101, 101, MORNING, true, delimiters);
    }

    static ClaimBatch batch(ProfessionalClaim... claims) {
        return batch(PRACTICE, Delimiters.USUAL, List.of(claims));
    }

    static ClaimBatch batch(BillingProvider billing, Delimiters delimiters, List<ProfessionalClaim> claims) {
        var submitter =
                new Submitter("Cedar Group Therapy PLLC", "931112223", "Cedar Group Therapy", new Phone("5035550140"));
        var receiver = new Receiver("Outbox", "OUTBOX");
        return new ClaimBatch(envelope(delimiters), submitter, receiver, billing, "B0000001", claims);
    }

    static ClaimBatch named(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    /** By the name of the golden file. */
    static Map<String, ClaimBatch> all() {
        Map<String, ClaimBatch> batches = new LinkedHashMap<>();
        batches.put("subscriber", batch(claim().build()));
        batches.put("dependent", batch(claim().dependent(child("Amara")).build()));
        batches.put("telehealth", batch(telehealth()));
        batches.put("authorization", batch(claim().authorization("AUTH7788001").build()));
        batches.put("solo-provider", batch(solo(), Delimiters.USUAL, List.of(claim().build())));
        batches.put("pay-to", batch(practice(BOX), Delimiters.USUAL, List.of(claim().build())));
        batches.put("other-place", batch(claim().facility(hall()).build()));
        batches.put("two-sessions-one-claim", batch(twoSessions()));
        batches.put(
                "two-sessions-two-claims",
                batch(claim().build(), claim().number("CK00000002").build()));
        batches.put("two-children-one-plan", batch(twoChildren()));
        batches.put("ten-members", batch(tenMembers()));
        batches.put(
                "replacement",
                batch(claim().number("CK00000001R1")
                        .frequency("7", "EVG26011500099")
                        .build()));
        batches.put(
                "void",
                batch(claim().number("CK00000001V1")
                        .frequency("8", "EVG26011500099")
                        .build()));
        batches.put("far-names", batch(farNames()));
        batches.put("other-delimiters", batch(PRACTICE, new Delimiters('|', '^', '}', '~'), List.of(twoSessions())));
        return batches;
    }

    static Dependent child(String first) {
        return new Dependent("19", new PersonName(first, "Garcia"), HOME, LocalDate.of(2010, 3, 9), "F");
    }

    static ServiceFacility hall() {
        var address = new PostalAddress("201 Oak St", "Ste #2", "Eugene", "OR", "974012222");
        return new ServiceFacility("Cedar Group Therapy Eugene", new Npi("1999999984"), address);
    }

    private static ProfessionalClaim telehealth() {
        var atHome = session("CK00000001L1", TUESDAY, Money.dollars("65.50"), List.of("95"), "10", List.of(1));
        return claim().placeOfService("10").line(atHome).build();
    }

    private static ProfessionalClaim twoSessions() {
        var first = session("CK00000001L1", TUESDAY, Money.dollars("65"), List.of(), "11", List.of(1, 2));
        var online =
                session("CK00000001L2", TUESDAY.plusWeeks(1), Money.dollars("60.05"), List.of("95"), "02", List.of(2));
        return claim().diagnoses("F33.1", "F41.1")
                .patientPaid("20")
                .line(first)
                .line(online)
                .build();
    }

    private static ProfessionalClaim[] twoChildren() {
        return new ProfessionalClaim[] {
            claim().dependent(child("Amara")).build(),
            claim().number("CK00000002").dependent(child("Zoë")).build(),
            claim().number("CK00000003").dependent(child("Zoë")).build(),
            claim().number("CK00000004").build()
        };
    }

    private static ProfessionalClaim[] tenMembers() {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(seat -> claim().number("CK%08d".formatted(seat))
                        .subscriber(subscriber("Sam", "Seat" + seat, "EHP40000" + seat))
                        .build())
                .toArray(ProfessionalClaim[]::new);
    }

    private static ProfessionalClaim[] farNames() {
        return new ProfessionalClaim[] {
            named(1, "Łukasz", "Weiß"), named(2, "Zoë", "O’Brien-Ørsted"), named(3, "", "Suharto"),
            named(4, "Mary*Ann", "Van~Der^Berg: |Jr."), named(5, "Đorđe", "Æsir"), named(6, "Nguyễn", "İstanbul")
        };
    }

    private static ProfessionalClaim named(int number, String first, String last) {
        var person = subscriber(first, last, "EHP50000" + number);
        return claim().number("CK%08d".formatted(number)).subscriber(person).build();
    }
}
