package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.TaxId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who bills, who is insured, who pays: what the guide asks of their numbers and places. */
class PartiesTest {

    @Test
    void a_clinician_without_an_employer_number_bills_under_a_social_security_number() {
        assertThat(billedUnder("123-45-6789")).contains("REF*SY*123456789~").doesNotContain("REF*EI");
        assertThat(billedUnder("12-3456789")).contains("REF*EI*123456789~").doesNotContain("REF*SY");
        assertThat(billedUnder("123456789")).contains("REF*EI*123456789~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123-45-6789", "123456789"})
    void a_tax_id_is_kept_as_it_is_read_again(String text) {
        assertThat(new TaxId(new TaxId(text).toString())).isEqualTo(new TaxId(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PO Box 12",
                "P.O. Box 12",
                "P. O. Box 12",
                "P O BOX 12",
                "POBox12",
                "Suite 4, P.O.B. 12",
                "Post Office Box 12",
                "Lock Box 7",
                "Lockbox 7",
                "P.O. Drawer 3",
                "Box 12"
            })
    void a_post_office_box_is_known_however_it_is_written(String line) {
        assertThat(new PostalAddress(line, "Springfield", "IL", "627011234").isPostOfficeBox())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 Boxwood Ln", "Po Boxwood Ave 3", "7 Post Office Sq", "12 Lockboxer St", "5 Pobst Rd"})
    void a_street_is_no_box(String line) {
        assertThat(new PostalAddress(line, "Springfield", "IL", "627011234").isPostOfficeBox())
                .isFalse();
    }

    @Test
    void the_number_of_a_party_and_a_city_have_two_characters_or_more() {
        refused("member id has 2 to 80", () -> ClaimDraft.subscriber("Ana", "Ruiz", "*7"));
        refused("member id has 2 to 80", () -> ClaimDraft.subscriber("Ana", "Ruiz", "7".repeat(81)));
        refused("payer id has 2 to 80", () -> new PayerParty("Evergreen", "7 "));
        var city = new PostalAddress("1 Main St", "O*", "IL", "627011234");
        refused("city of the place of service", () -> new ServiceFacility("Hall", null, city));
    }

    @Test
    void a_number_is_sent_as_it_is_or_not_at_all() {
        refused("member id has a character", () -> ClaimDraft.subscriber("Ana", "Ruiz", "W1*23"));
        refused("payer id has a character", () -> new PayerParty("Evergreen", "EV:01"));
    }

    @Test
    void what_stands_behind_a_last_name_has_an_element_of_its_own() {
        assertThat(named("King Jr.")).contains("NM1*IL*1*KING*ANA***JR*MI*W1234~");
        assertThat(named("de la Cruz, iii")).contains("NM1*IL*1*DE LA CRUZ*ANA***III*MI*W1234~");
        assertThat(named("St. John")).contains("NM1*IL*1*ST. JOHN*ANA****MI*W1234~");
        assertThat(named("Jr")).contains("NM1*IL*1*JR*ANA****MI*W1234~");
    }

    private static String named(String last) {
        var claim = ClaimDraft.claim()
                .subscriber(ClaimDraft.subscriber("Ana", last, "W1234"))
                .build();
        return new String(ProfessionalClaims.write(Batches.batch(claim)), US_ASCII);
    }

    @Test
    void a_claim_to_a_second_payer_is_not_written_without_what_the_first_paid() {
        var first = ClaimDraft.subscriber("Ana", "Ruiz", "W1234");
        var second = new Subscriber(
                first.name(),
                first.memberId(),
                "",
                "S",
                "CI",
                first.payer(),
                first.address(),
                first.birthDate(),
                first.sex());

        refused("second payer", () -> ClaimDraft.claim().subscriber(second).build());
    }

    @Test
    void a_place_of_service_has_two_digits() {
        refused("CMS's list", () -> ClaimDraft.claim().placeOfService("29").build());
        refused("CMS's list", () -> ClaimDraft.claim().placeOfService("A1").build());
    }

    private static String billedUnder(String taxId) {
        var usual = Batches.solo();
        var billing = new BillingProvider(
                usual.name(), usual.npi(), new TaxId(taxId), usual.taxonomy(), usual.address(), null);
        var claims = List.of(ClaimDraft.claim().build());
        return new String(ProfessionalClaims.write(Batches.batch(billing, Delimiters.USUAL, claims)), US_ASCII);
    }

    private static void refused(String because, ThrowableAssert.ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(because);
    }
}
