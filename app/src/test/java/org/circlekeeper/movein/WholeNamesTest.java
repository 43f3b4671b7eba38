package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.terms.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in one cell, with what people write behind them. */
class WholeNamesTest {

    private final ThreeMembers three = new ThreeMembers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Noor Haddad, LMFT          | Noor        | Haddad         | LMFT
            Noor Haddad LMFT           | Noor        | Haddad         | LMFT
            Dr. Noor Haddad, Psy.D.    | Noor        | Haddad         | Psy.D.
            Haddad, Noor, PhD, LCSW-C  | Noor        | Haddad         | PhD, LCSW-C
            Haddad, Noor LPC           | Noor        | Haddad         | LPC
            NOOR HADDAD, LMFT          | NOOR        | HADDAD         | LMFT
            Noor Haddad, MA            | Noor        | Haddad         | MA
            Noor Haddad Jr., LCSW      | Noor        | Haddad Jr.     | LCSW
            Haddad, Noor               | Noor        | Haddad         |
            Lin Ma                     | Lin         | Ma             |
            Ma, Lin                    | Lin         | Ma             |
            Noor van der Berg, LICSW   | Noor        | van der Berg   | LICSW
            """)
    void a_credential_behind_a_clinicians_name_is_no_part_of_it(
            String written, String first, String last, String credential) {
        three.folder().write("staff.csv", "Name,NPI,Taxonomy\n\"" + written + "\",1101408916,1041C0700X\n");
        three.folder()
                .write(
                        "appointments.csv",
                        three.folder().text("appointments.csv").replace("Dana Whitfield", first + " " + last))
                .write(
                        "attendance.csv",
                        three.folder()
                                .text("attendance.csv")
                                .replace("09:00,Dana Whitfield", "09:00," + first + " " + last));

        assertThat(three.take().refused()).isEmpty();
        assertThat(three.rows(Row.Staff.class)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(new PersonName(first, last));
            assertThat(one.credential()).isEqualTo(Objects.requireNonNullElse(credential, ""));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Haddad, LMFT        | Haddad, LMFT has no first name and last name. Write both.
            LIN NOOR MA         | LIN NOOR MA has a name that ends in "MA", which may be a credential and may be a name.
            Noor Haddad, QQXY   | Noor Haddad, QQXY has "QQXY" behind the name, which is no credential that is known.
            """)
    void a_name_that_nobody_can_tell_from_a_credential_is_refused(String written, String reason) {
        three.folder().write("staff.csv", "Name,NPI\n\"" + written + "\",1101408916\n");

        assertThat(three.take().refused())
                .filteredOn(row -> row.file().equals("staff.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).startsWith(reason));
    }

    @Test
    void what_stands_in_a_column_of_its_own_is_known_behind_the_name_too() {
        three.folder().write("staff.csv", "Name,Credential,NPI\n\"Dana Whitfield, QQXY\",QQXY,1101408916\n");
        assertThat(three.rows(Row.Staff.class))
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo(new PersonName("Dana", "Whitfield")));
    }

    @Test
    void a_last_name_of_its_own_column_has_no_credential_either() {
        three.folder().write("staff.csv", "First Name,Last Name,NPI\nDana,\"Whitfield, LCSW\",1101408916\n");
        assertThat(three.rows(Row.Staff.class)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(new PersonName("Dana", "Whitfield"));
            assertThat(one.credential()).isEqualTo("LCSW");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ana King Jr.         | Ana       | King Jr.
            King, Ana, III       | Ana       | King III
            King Jr., Ana        | Ana       | King Jr.
            King, Ana Sr         | Ana       | King Sr
            Mary Ann Lee         | Mary Ann  | Lee
            ANNA LEE MA          | ANNA LEE  | MA
            St. Clair, AJ        | AJ        | St. Clair
            Juan de la Cruz      | Juan      | de la Cruz
            Ana St. Clair        | Ana       | St. Clair
            """)
    void a_client_keeps_what_belongs_to_the_last_name(String written, String first, String last) {
        three.folder().write("clients.csv", "Client ID,Name,Date of Birth\nA1,\"" + written + "\",01/02/1980\n");
        three.take();
        assertThat(three.ana().name()).isEqualTo(new PersonName(first, last));
    }

    @Test
    void whoever_works_at_the_desk_is_told_of_and_refused_only_where_they_are_to_lead() {
        three.folder().appending("staff.csv", "Robin,Vale,Receptionist,,,\n");
        var result = three.take();
        assertThat(result.refused()).isEmpty();
        assertThat(ThreeMembers.said(result)).contains("Robin Vale has no NPI and is not taken as a clinician.");

        three.folder().replacing("appointments.csv", "A3,Dana Whitfield", "A3,Robin Vale");
        assertThat(three.take().refused())
                .anyMatch(row -> row.reason()
                        .equals("A3 names a clinician who has no NPI in staff.csv. Fill it in, and import again."));
    }
}
