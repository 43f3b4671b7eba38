package org.circlekeeper.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.Reach.Confidential;
import org.circlekeeper.patients.Reach.Means;
import org.circlekeeper.patients.Reach.Word;
import org.circlekeeper.patients.Recipient.Outside;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which way a member is told outside that there is a message. */
class RecipientTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String HOME = "ana@home.example";
    private static final String ELSEWHERE = "ana@elsewhere.example";

    @Test
    void whoever_agreed_for_this_address_is_written_to_there() {
        assertThat(outside(HOME, null, agreed(HOME))).isEqualTo(new Outside.Email(HOME, false));
        assertThat(outside("Ana@Home.example", null, agreed(HOME)))
                .isEqualTo(new Outside.Email("Ana@Home.example", false));
    }

    @Test
    void i07_where_they_asked_to_be_written_to_beats_every_other_address() {
        assertThat(outside(HOME, asked(Means.EMAIL, ELSEWHERE), agreed(ELSEWHERE)))
                .isEqualTo(new Outside.Email(ELSEWHERE, true));
        assertThat(why(outside(HOME, asked(Means.EMAIL, ELSEWHERE), agreed(HOME))))
                .as("they agreed for the other address alone")
                .contains("Ask them again");
        assertThat(why(outside(HOME, asked(Means.INBOX, ""), agreed(HOME)))).contains("nowhere else");
        assertThat(outside("", asked(Means.EMAIL, ELSEWHERE), agreed(ELSEWHERE)))
                .isEqualTo(new Outside.Email(ELSEWHERE, true));
    }

    @Test
    void where_nobody_agreed_or_nothing_is_known_there_is_no_way_outside_and_it_is_said_why() {
        assertThat(why(outside(HOME, null, null))).contains("Nobody has asked them");
        assertThat(why(outside(HOME, null, new Word(false, HOME, 1, "Ines", NOW))))
                .contains("do not want");
        assertThat(why(outside("", null, agreed(HOME)))).contains("No e-mail address");
        assertThat(why(outside("other@home.example", null, agreed(HOME)))).contains("Ask them again");
    }

    @Test
    void an_address_from_which_mail_came_back_is_not_written_to() {
        var reach = new Reach(null, agreed(HOME), Set.of("ana@home.example"));

        assertThat(why(Recipient.of(ana("Ana@home.example"), reach).outside())).contains("came back");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example,b@x.example",
                "a@x.example;b@x.example",
                "a@x.example b@x.example",
                "a@x.example\nBcc: b@x.example",
                "Ana <a@x.example>",
                "\"a\"@x.example",
                "a@localhost",
                "a..b@x.example",
                "a@@x.example",
                "@x.example"
            })
    void i04_what_is_more_or_less_than_one_plain_address_is_not_written_to(String address) {
        assertThat(why(outside(address, null, agreed(address)))).contains("not one that can be written to");
    }

    @Test
    void i07_no_other_class_builds_an_address_to_write_to() throws IOException {
        var builders = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).matches("(?s).*new (\\w+\\.)*(Email|Recipient)\\(.*")) {
                    builders.add(file.getFileName().toString());
                }
            }
        }
        assertThat(builders).containsExactly("Recipient.java");
    }

    private static Outside outside(String email, @Nullable Confidential asked, @Nullable Word word) {
        return Recipient.of(ana(email), new Reach(asked, word, Set.of())).outside();
    }

    private static String why(Outside outside) {
        assertThat(outside).isInstanceOf(Outside.None.class);
        return ((Outside.None) outside).why();
    }

    private static Confidential asked(Means means, String email) {
        return new Confidential(means, email, "Ines", NOW);
    }

    private static Word agreed(String email) {
        return new Word(true, email, Reach.WORDING, "Ines", NOW);
    }

    private static Patient ana(String email) {
        return new Patient(
                new PatientId(new UUID(0, 1)),
                null,
                new PersonName("Ana", "Ruiz"),
                LocalDate.of(1980, 1, 1),
                "F",
                email,
                null,
                null,
                true);
    }
}
