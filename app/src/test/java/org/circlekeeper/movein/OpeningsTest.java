package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.movein.Openings.Opening;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class OpeningsTest {

    @Autowired
    Openings openings;

    @Autowired
    Payers payers;

    @Autowired
    PracticeScope scope;

    final Folder folder = Folder.mapleStreet();

    @Test
    void a_practice_opens_with_its_payers_and_its_fee() throws IOException {
        var opened = (Opening.Opened) open();

        assertThat(opened.payers()).isEqualTo(5);
        assertThat(opened.practice().outsideName()).doesNotContainIgnoringCase("therapy");
        scope.run(opened.practice().id(), () -> {
            assertThat(payers.all()).hasSize(5);
            assertThat(payers.fee(ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2026, 1, 1)))
                    .hasValue(Money.dollars("65"));
        });
    }

    @Test
    void a_known_npi_changes_nothing() throws IOException {
        var first = (Opening.Opened) open();
        folder.replacing("practice.json", "Maple Street Group Therapy", "Another Name");

        assertThat(open()).isEqualTo(new Opening.KnownAlready(first.practice()));
        assertThat(openings.all())
                .filteredOn(known -> known.npi().equals(first.practice().npi()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"taxId\": \"987650001\" | \"taxId\": \"98765\" | practice.json: taxId \"98765\" is not valid",
                "\"zip\": \"627011234\"   | \"zip\": \"6270\"               | practice.json: address: Not a ZIP code",
                "\"zip\": \"627011234\" | \"zip\": \"62701\" | practice.json: address.zip \"62701\" has five "
                        + "digits",
                "America/Chicago | Chicago | practice.json: timeZone \"Chicago\" is not valid",
                "\"name\": \"Maple Street Group Therapy\" | \"title\": \"x\" | practice.json has no name",
                "6500                     | -1                              | practice.json: groupFeeCents is the fee",
                "6500 | 100000000000000000000 | practice.json: groupFeeCents is the fee",
                "6500 | 1000001 | practice.json: groupFeeCents is the fee",
                "\"payers\": [ | \"payers\": \"BRHP1\", \"x\": [ | practice.json: payers is a list",
                "\"payerId\": \"EVG01\" | \"payer\": \"EVG01\" | practice.json: payer 2 of the list has no payerId",
                "EVG01 | EV*G~01 | practice.json: payer id \"EV*G~01\" should have two to eighty letters",
                "\"covers\": [ | \"covers\": \"consents\", \"x\": [ | practice.json: formerRecords.covers is a list"
            })
    void a_flaw_is_named_by_its_field(String good, String bad, String sentence) throws IOException {
        folder.replacing("practice.json", good, bad);
        assertThat(((Opening.Flawed) open()).sentences()).anyMatch(said -> said.startsWith(sentence));
    }

    @Test
    void what_nothing_is_made_of_is_told() throws IOException {
        folder.replacing("practice.json", "\"groupFeeCents\"", "\"groupFee\"");
        assertThat(((Opening.Opened) open()).notRead()).containsExactly("groupFee");
    }

    @Test
    void an_npi_with_a_wrong_digit_is_named() throws IOException {
        folder.write(
                "practice.json",
                folder.text("practice.json").replaceFirst("\"npi\": \"\\d+\"", "\"npi\": " + "\"1234560014\""));
        assertThat(((Opening.Flawed) open()).sentences())
                .containsExactly(
                        "practice.json: npi \"1234560014\" is not valid; it should be ten digits with a check digit, as the "
                                + "NPI "
                                + "registry shows it.");
    }

    private Opening open() throws IOException {
        return openings.open(SourceFile.of(folder.path.resolve("practice.json")), Folder.OPERATOR);
    }
}
