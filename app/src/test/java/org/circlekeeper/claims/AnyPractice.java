package org.circlekeeper.claims;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.terms.TaxId;
import org.jspecify.annotations.Nullable;

/** A practice with visits as the world has them: solo or not, names from everywhere, papers with gaps. Seeded. */
final class AnyPractice {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final List<String> NAMES = List.of(
            "Ruiz",
            "O'Brien",
            "O’Neill",
            "Łukasz",
            "de la Cruz",
            "Nguyễn",
            "Weiß-Groß",
            "van der Berg",
            "Þórðardóttir",
            "St. John",
            "N",
            "Smith*Jones",
            "Ana~María",
            "ﬁnch",
            "  Two   Spaces ",
            "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft",
            "李");
    private static final List<String> STREETS = List.of(
            "1 Main St",
            "12½ Ñandú Blvd, Apt #4",
            "PO Box 12",
            "P. O. Box 9",
            "Lock Box 7",
            "Calle 5: Edificio Azul",
            "The very long avenue of all the presidents of these United States 1600, Tower B");
    private static final List<String> CITIES = List.of("Springfield", "San José", "Coeur d’Alene", "O", "Wo*o");
    private static final List<String> FILING_CODES =
            List.of("CI", "CI", "CI", "BL", "MB", "16", "MC", "CH", "VA", "HM", "12", "ZZ", "XX");
    private static final List<String> DIAGNOSES = List.of(
            "F33.1",
            "F41.1",
            "F43.10",
            "F10.20",
            "F32.A",
            "F60.3",
            "F43.81",
            "F90.2",
            "Z63.0",
            "F33.0",
            "F40.10",
            "F42.2",
            "F34.1",
            "F33.4",
            "W19.XXXA",
            "f331");

    private final Random random;
    private final boolean solo;
    private final List<Practitioner> leaders;
    private final Practice practice;

    AnyPractice(long seed) {
        random = new Random(seed);
        solo = random.nextInt(3) == 0;
        leaders = IntStream.range(0, solo ? 1 : 1 + random.nextInt(4))
                .mapToObj(_ -> leader())
                .toList();
        practice = practice();
    }

    BillingRules rules() {
        var fee = new Payers.Fee(
                ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2026, 1, 1), new Money(1 + random.nextInt(40_000)));
        return new BillingRules(practice, leaders, List.of(fee), List.of(), List.of(), null);
    }

    List<Visit> visits(int count) {
        var visits = new ArrayList<Visit>();
        for (int number = 0; number < count; number++) {
            visits.add(visit());
        }
        return visits;
    }

    private Practice practice() {
        var npi = solo || oneIn(12) ? leaders.getFirst().npi() : npi();
        return new Practice(
                new PracticeId(id()),
                oneIn(20) ? "李" : one(NAMES) + " Group Therapy, P.C.",
                "Willow House",
                npi,
                new TaxId(solo && random.nextBoolean() ? "123-45-6789" : "98-7650001"),
                oneIn(20) ? "" : "261QM0850X",
                new Phone("2175550142"),
                new PostalAddress(
                        oneIn(6) ? one(STREETS) : "410 Maple St",
                        oneIn(3) ? "Suite #3" : "",
                        oneIn(6) ? one(CITIES) : "Springfield",
                        "IL",
                        oneIn(15) ? "62701" : "62701-1234"),
                ZoneId.of("America/Chicago"),
                solo && random.nextBoolean() ? Practice.Profile.SOLO : Practice.Profile.SMALL);
    }

    private Practitioner leader() {
        var taxonomy = oneIn(15) ? "104100000" : "1041C0700X";
        return new Practitioner(new PractitionerId(id()), person(), "LCSW", npi(), taxonomy, "");
    }

    private Visit visit() {
        var leader = one(leaders);
        var day = TODAY.minusDays(random.nextInt(60));
        return new Visit(
                id(),
                new Visit.Meeting(
                        new SessionId(id()),
                        oneIn(40) ? TODAY.plusDays(1) : day,
                        true,
                        true,
                        8,
                        "Circle",
                        ProcedureCode.GROUP_PSYCHOTHERAPY,
                        one(List.of("11", "11", "02", "10", "53", "A1")),
                        oneIn(5),
                        new Visit.Leader(leader.id(), leader.name(), leader.npi(), leader.taxonomy())),
                member(),
                Presence.PRESENT,
                "Dana Whitfield",
                null,
                oneIn(20) ? null : insurance(),
                diagnoses(),
                true,
                day.minusDays(30),
                oneIn(3) ? new Visit.Authorized(" auth-" + random.nextInt(9_999) + " ", 12, 3, true) : null,
                false,
                Set.of(),
                null);
    }

    private Visit.Member member() {
        return new Visit.Member(
                id(),
                person(),
                oneIn(20)
                        ? null
                        : LocalDate.of(1930 + random.nextInt(85), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                one(List.of("F", "M", "U")),
                one(STREETS),
                oneIn(3) ? "#" + random.nextInt(99) : "",
                oneIn(4) ? one(CITIES) : "Springfield",
                one(List.of("IL", "il", "IL", oneIn(9) ? "Illinois" : "MO")),
                one(List.of("62704", "62704-1234", "627041234", oneIn(9) ? "6270" : "62705")));
    }

    private Visit.Insurance insurance() {
        boolean self = !oneIn(4);
        var subscriber = person();
        return new Visit.Insurance(
                id(),
                id(),
                one(List.of("Blue Ridge Health Plan", "Ärzte & Söhne Kasse", "A", "Medicare Part B: *Illinois*")),
                one(List.of("BRHP1", "brhp1 ", "60054", oneIn(9) ? "7" : "SKMED")),
                one(FILING_CODES),
                one(List.of("P", "P", "P", oneIn(4) ? "S" : "P")),
                one(List.of(
                        "W0012345", "1eg4-te5-mk73", " x99 ", oneIn(9) ? "5" : "M7", "A".repeat(oneIn(9) ? 81 : 40))),
                one(List.of("", "", "grp 7/é", "G".repeat(oneIn(9) ? 51 : 50), "*")),
                self ? "18" : one(List.of("01", "19", "20", "21", "53", "G8", "32")),
                self ? "" : subscriber.first(),
                self ? "" : subscriber.last(),
                null);
    }

    private List<String> diagnoses() {
        int count = 1 + random.nextInt(oneIn(4) ? 12 : 2);
        return random.ints(0, oneIn(8) ? DIAGNOSES.size() : 13)
                .distinct()
                .limit(count)
                .mapToObj(DIAGNOSES::get)
                .toList();
    }

    private PersonName person() {
        var last = oneIn(9) ? one(NAMES) : NAMES.get(random.nextInt(NAMES.size() - 1));
        return new PersonName(oneIn(12) ? "" : NAMES.get(random.nextInt(9)), oneIn(3) ? one(NAMES) : "", last);
    }

    private Npi npi() {
        var nine = "1%08d".formatted(random.nextInt(100_000_000));
        return new Npi(requireNonNull(checked(nine)));
    }

    private static @Nullable String checked(String nine) {
        return IntStream.range(0, 10)
                .mapToObj(check -> nine + check)
                .filter(Npi::isValid)
                .findFirst()
                .orElse(null);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
