package org.circlekeeper.x12;

import static org.circlekeeper.x12.ClaimDraft.TUESDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.ProcedureCode;

/** Claims of every shape the writer knows, with names that break careless programs; the same for the same seed. */
final class RandomClaims {

    private static final List<String> NAMES = List.of(
            "Łukasz",
            "O'Brien",
            "Zoë",
            "de la Cruz*",
            "Nguyễn",
            "Weiß~Groß",
            "Van Der^Berg",
            "Ørsted",
            "Æthelred",
            "St. John-Smythe",
            "D’Angelo",
            "X Æ",
            "Müller:Lüdenscheidt",
            "ﬁnch",
            "Ng",
            "O",
            "  Spaced   Out  ",
            "Anne|Marie",
            "Þórðardóttir",
            "Çelik",
            "Nulls\u0000\u0007",
            "Quote\"d",
            "{Braced}",
            "A".repeat(70));
    private static final List<String> DIAGNOSES =
            List.of("F33.1", "F41.1", "F43.10", "F10.20", "F32.0", "F60.3", "F43.81", "F50.00", "Z63.0", "F90.2");
    private static final List<Delimiters> DELIMITERS =
            List.of(Delimiters.USUAL, new Delimiters('|', '^', '}', '~'), new Delimiters('+', '/', '&', '!'));

    private final Random random;
    private Subscriber subscriber = ClaimDraft.subscriber("First", "Patient", "EHP1");

    RandomClaims(long seed) {
        random = new Random(seed);
    }

    ClaimBatch batch(int size) {
        List<ProfessionalClaim> claims = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            claims.add(claim("CK%08d".formatted(number)));
        }
        return Batches.batch(Batches.practice(random.nextBoolean() ? Batches.BOX : null), one(DELIMITERS), claims);
    }

    private ProfessionalClaim claim(String number) {
        if (random.nextInt(3) > 0) {
            subscriber = subscriber();
        }
        var draft = ClaimDraft.claim().number(number).subscriber(subscriber);
        if (random.nextInt(4) == 0) {
            draft.dependent(new Dependent("19", person(), address(), LocalDate.of(2012, 12, 31), "U"));
        }
        if (random.nextInt(4) == 0) {
            draft.authorization(" auth" + random.nextInt(1000) + " ");
        }
        if (random.nextInt(4) == 0) {
            draft.facility(Batches.hall());
        }
        if (random.nextInt(5) == 0) {
            draft.frequency(one(List.of("7", "8")), "PAYER" + random.nextInt(1000));
        }
        if (random.nextInt(5) == 0) {
            draft.patientPaid("0." + (10 + random.nextInt(90)));
        }
        return services(draft, number).build();
    }

    private ClaimDraft services(ClaimDraft draft, String number) {
        int diagnoses = 1 + random.nextInt(DIAGNOSES.size());
        draft.diagnoses(DIAGNOSES.subList(0, diagnoses).toArray(String[]::new));
        int lines = 1 + random.nextInt(4);
        for (int line = 1; line <= lines; line++) {
            int pointers = 1 + random.nextInt(Math.min(4, diagnoses));
            draft.line(new ServiceLine(
                    number + "L" + line,
                    one(List.of(ProcedureCode.GROUP_PSYCHOTHERAPY, new ProcedureCode("H0005"))),
                    one(List.of(List.of(), List.of("95"), List.of("HQ", "GT", "59", "XE"))),
                    new Money(1 + random.nextInt(30_000)),
                    1,
                    List.of(1, 2, 3, 4).subList(0, pointers),
                    TUESDAY.minusDays(random.nextInt(300)),
                    one(List.of("11", "02", "10"))));
        }
        return draft;
    }

    private Subscriber subscriber() {
        var payer = one(List.of(ClaimDraft.EVERGREEN, new PayerParty("Blue Cedar (Ärzte) Plan", "blcdr ")));
        return new Subscriber(
                person(),
                "m" + random.nextInt(100_000),
                one(List.of("", "grp-7", "A&B")),
                "P",
                one(List.of("CI", "BL", "MC")),
                payer,
                address(),
                LocalDate.of(1930 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                one(List.of("F", "M", "U")));
    }

    private PersonName person() {
        return new PersonName(one(NAMES), random.nextBoolean() ? one(NAMES) : "", one(NAMES));
    }

    private PostalAddress address() {
        var line2 = random.nextBoolean() ? "Apt #" + random.nextInt(50) : "";
        return new PostalAddress(one(NAMES) + " Straße 5", line2, "San José", "CA", "95112");
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
