package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose insurance it is, in the words of other systems. */
class RelationshipsTest {

    private final ThreeMembers three = new ThreeMembers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wife                | Maria Ruiz | 01
            Husband             | Maria Ruiz | 01
            Spouse (01)         | Maria Ruiz | 01
            1                   | Maria Ruiz | 01
            Son                 | Maria Ruiz | 19
            Daughter            | Maria Ruiz | 19
            19 - Child          | Maria Ruiz | 19
            Domestic Partner    | Maria Ruiz | 53
            Other Relationship  | Maria Ruiz | G8
            Insured             | Ana Ruiz   | 18
            Policyholder        | Ana Ruiz   | 18
            Policy Holder       |            | 18
            Patient             | Ana Ruiz   | 18
            Client              |            | 18
            Same                | ANA M RUIZ | 18
            Same as patient     |            | 18
            S                   |            | 18
            Self (18)           | Ruiz, Ana  | 18
            Self                | Aná Ruiz   | 18
            """)
    void a_word_that_is_known_is_read(String word, String subscriber, String code) {
        says(word, subscriber);

        assertThat(three.take().refused()).isEmpty();
        assertThat(three.ana().insurance()).satisfies(coverage -> {
            assertThat(coverage.relationship()).isEqualTo(code);
            assertThat(coverage.subscriber() == null).isEqualTo(code.equals("18"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dependent", "Mother", "Guardian", "Unknown", "Spouse (19)", "D", "Cousin Vinny"})
    void a_word_that_may_mean_either_is_refused(String word) {
        says(word, "Maria Ruiz");

        assertThat(three.take().refused())
                .filteredOn(row -> row.file().equals("clients.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row.reason())
                        .isEqualTo("A1's insurance has a relationship that is no word that is known. Write how the "
                                + "client is related to the subscriber: self, spouse, child, life partner or other."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Self   | Maria Ruiz | is their own by its relationship and names another subscriber.
            S      | Maria Ruiz | is their own by its relationship and names another subscriber.
            Other  | Ana Ruiz   | is somebody else's by its relationship and names the client as the subscriber.
            Spouse | Ruiz, Ana  | is somebody else's by its relationship and names the client as the subscriber.
            Child  |            | is somebody else's and does not name them.
            """)
    void a_relationship_that_the_subscribers_name_contradicts_is_refused(String word, String subscriber, String why) {
        says(word, subscriber);

        assertThat(three.take().refused())
                .filteredOn(row -> row.file().equals("clients.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).startsWith("A1's insurance " + why));
    }

    private void says(String word, String subscriber) {
        three.withColumn("Relationship,Subscriber Name", word + ",\"" + (subscriber == null ? "" : subscriber) + "\"");
    }
}
