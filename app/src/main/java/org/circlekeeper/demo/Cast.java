package org.circlekeeper.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.circlekeeper.access.Role;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.TaxId;
import org.jspecify.annotations.Nullable;

/**
 * Everybody in the story. They are invented: the identifiers count up from 19999990, the telephone numbers end in 01xx,
 * the addresses of e-mail cannot exist (RFC 2606).
 */
final class Cast {

    private static final String WILLOW = "willowhouse.example";
    private static final String HARBOR = "harborlane.example";

    /** Where somebody comes alone. */
    static final String TALKS = "Talking room";

    private static final String IN_MONDAY = """
            Ana Ruiz
            Bernard Oyelaran
            Celia Marsh
            Devon Price
            Eleni Stavros
            Farid Azimi
            Greta Holt
            Hank Doyle
            Imani Clarke
            Jonas Weller""";
    private static final String IN_TUESDAY = """
            Sam Okafor
            Kira Novak
            Luis Ferrer
            Mae Dunning
            Nils Borg
            Opal Hayes
            Pavel Kriz
            Queenie Barr
            Rafael Soto
            Sigrid Aune""";
    private static final String IN_WEDNESDAY = """
            Tariq Mansour
            Una Finch
            Viktor Lang
            Wanda Pruitt
            Xavier Bloom
            Yara Haddix
            Zeke Thornton
            Alma Reyes
            Boris Klein
            Carla Voss""";
    private static final String IN_THURSDAY = """
            Dmitri Sokol
            Edith Crane
            Felix Amadi
            Gwen Tate
            Hugo Lemaire
            Ivy Sutter
            Jamal Underhill
            Kaya Winters
            Leon Fiske
            Mira Castell""";
    private static final String IN_FRIDAY = """
            Nadia Falk
            Omar Said
            Petra Blume
            Quentin Ames
            Ruth Ellery
            Silas Grove
            Tess Hartman
            Ulrich Benz
            Vera Lindqvist
            Wes Calloway""";

    private Cast() {}

    static Script willowHouse() {
        return new Script(
                "Willow House",
                "WH Office",
                npi("199999901"),
                new TaxId("990000101"),
                new Phone("3125550100"),
                new PostalAddress("410 Invented Street", "Chicago", "IL", "606140101"),
                Practice.Profile.SMALL,
                List.of(
                        part("Dana", "Whitfield", "LCSW", null, WILLOW, Role.OWNER),
                        part("Marcus", "Bell", "LCPC", npi("199999902"), WILLOW, Role.THERAPIST),
                        part("Noor", "Haddad", "LCSW", npi("199999903"), WILLOW, Role.THERAPIST),
                        part("Tomas", "Rivera", "PsyD", npi("199999904"), WILLOW, Role.THERAPIST),
                        part("Rosa", "Diaz", "", null, WILLOW, Role.BILLER),
                        part("Ines", "Costa", "", null, WILLOW, Role.COORDINATOR),
                        part("Priya", "Nair", "", null, WILLOW, Role.COMPLIANCE)),
                List.of(
                        new Script.Plan("Evergreen Mutual", "EVERG", "CI", 12, 3, List.of()),
                        new Script.Plan("State Medicaid", "STMED", "MC", 10, 2, List.of()),
                        new Script.Plan("Blue Ridge", "BLRDG", "BL", 0, 2, List.of("Tomas")),
                        new Script.Plan("Medicare Part B", "MEDPB", "MB", 0, 1, List.of()),
                        new Script.Plan("Harbor Health", "HARBH", "CI", 0, 2, List.of("Tomas", "Noor"))),
                List.of(
                        new Script.Place("Garden room", 12),
                        new Script.Place("Library", 12),
                        new Script.Place(TALKS, 3)),
                circles(),
                true);
    }

    static Script harborLane() {
        return new Script(
                "Harbor Lane",
                "HL Office",
                npi("199999911"),
                new TaxId("990000202"),
                new Phone("3125550120"),
                new PostalAddress("22 Invented Lane", "Evanston", "IL", "602010202"),
                Practice.Profile.SOLO,
                List.of(
                        part("Helen", "Park", "LMFT", npi("199999912"), HARBOR, Role.OWNER, Role.THERAPIST),
                        part("Ines", "Costa", "", null, WILLOW, Role.COORDINATOR)),
                List.of(new Script.Plan("Blue Ridge", "BLRDG", "BL", 0, 10, List.of())),
                List.of(),
                List.of(new Script.Circle(
                        "Wednesday Table",
                        DayOfWeek.WEDNESDAY,
                        LocalTime.of(15, 0),
                        "Helen",
                        "",
                        8,
                        List.of(0, 1, 0, 0, 1),
                        """
                                Abel Quist
                                Bea Lindgren
                                Cyrus Vann
                                Della Moreau
                                Ezra Holm
                                Flora Teague""")),
                false);
    }

    private static List<Script.Circle> circles() {
        return List.of(
                circle(
                        "Monday Circle",
                        DayOfWeek.MONDAY,
                        9,
                        "Marcus",
                        "Garden room",
                        List.of(0, 1, 2, 1, 1),
                        IN_MONDAY),
                circle("Tuesday Skills", DayOfWeek.TUESDAY, 12, "Noor", "Library", List.of(0, 2, 1, 2, 0), IN_TUESDAY),
                circle(
                        "Wednesday Steps",
                        DayOfWeek.WEDNESDAY,
                        10,
                        "Tomas",
                        "Garden room",
                        List.of(0, 1, 2, 1, 1),
                        IN_WEDNESDAY),
                circle(
                        "Thursday Ground",
                        DayOfWeek.THURSDAY,
                        14,
                        "Noor",
                        "Library",
                        List.of(0, 2, 1, 1, 0),
                        IN_THURSDAY),
                circle(
                        "Friday Anchor",
                        DayOfWeek.FRIDAY,
                        11,
                        "Marcus",
                        "Garden room",
                        List.of(0, 1, 1, 2, 0),
                        IN_FRIDAY));
    }

    private static Script.Circle circle(
            String name, DayOfWeek day, int hour, String leader, String room, List<Integer> away, String members) {
        return new Script.Circle(name, day, LocalTime.of(hour, 0), leader, room, 10, away, members);
    }

    private static Script.Part part(
            String first, String last, String credential, @Nullable Npi npi, String domain, Role... roles) {
        return new Script.Part(new PersonName(first, last), credential, npi, Set.of(roles), domain);
    }

    /** Nine digits and the check digit that makes them an identifier. */
    private static Npi npi(String nine) {
        return IntStream.rangeClosed(0, 9)
                .mapToObj(digit -> nine + digit)
                .filter(Npi::isValid)
                .map(Npi::new)
                .findFirst()
                .orElseThrow();
    }
}
