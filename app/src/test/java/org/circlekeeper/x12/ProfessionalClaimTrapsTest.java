package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.x12.Batches.STREET;
import static org.circlekeeper.x12.Batches.batch;
import static org.circlekeeper.x12.ClaimDraft.CLINICIAN;
import static org.circlekeeper.x12.ClaimDraft.TUESDAY;
import static org.circlekeeper.x12.ClaimDraft.claim;
import static org.circlekeeper.x12.ClaimDraft.session;
import static org.circlekeeper.x12.ClaimDraft.subscriber;

import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;

/** What bounces at a clearinghouse and can be known from the file alone never gets into one. */
class ProfessionalClaimTrapsTest {

    @Test
    void a_claim_number_has_at_most_17_letters_and_digits() {
        refused("claim number", () -> claim().number("CK0000000000000001").build());
        refused("claim number", () -> claim().number("CK-1").build());
        refused(
                "claim number",
                () -> claim().number("ck1").line(session("L1", TUESDAY)).build());
    }

    @Test
    void a_claim_number_comes_once_in_a_file() {
        refused("number of its own", () -> batch(claim().build(), claim().build()));
    }

    @Test
    void a_line_number_is_short_and_comes_once_in_a_claim() {
        refused("line's own number", () -> session("L".repeat(31), TUESDAY));
        refused("line's own number", () -> session("", TUESDAY));
        refused(
                "REF*6R",
                () -> claim().line(session("L1", TUESDAY))
                        .line(session("L1", TUESDAY))
                        .build());
    }

    @Test
    void the_charge_is_the_sum_of_the_lines() {
        refused("sum", () -> claim().charge("64.99").build());
    }

    @Test
    void nothing_is_claimed_that_costs_nothing() {
        refused("costs nothing", () -> session("L1", TUESDAY, Money.ZERO, List.of(), "11", List.of(1)));
    }

    @Test
    void a_group_session_is_one_unit() {
        var code = ProcedureCode.GROUP_PSYCHOTHERAPY;
        var price = Money.dollars("65");

        refused("one unit", () -> new ServiceLine("L1", code, List.of(), price, 2, List.of(1), TUESDAY, "11"));
        refused("units", () -> new ServiceLine("L1", code, List.of(), price, 0, List.of(1), TUESDAY, "11"));
    }

    @Test
    void a_replacement_or_void_names_the_payers_claim() {
        refused("REF*F8", () -> claim().frequency("7", null).build());
        refused("REF*F8", () -> claim().frequency("8", null).build());
        refused("frequency", () -> claim().frequency("9", "X").build());
    }

    @Test
    void diagnoses_are_one_to_twelve_and_different() {
        refused("diagnoses", () -> claim().diagnoses().build());
        refused("once", () -> claim().diagnoses("F33.1", "F33.1").build());
        refused(
                "diagnoses",
                () -> claim().diagnoses(Collections.nCopies(13, "F33.1").toArray(String[]::new))
                        .build());
    }

    @Test
    void a_pointer_points_to_a_diagnosis_of_the_claim() {
        refused("points to diagnosis 2 of 1", () -> claim().line(pointing(2)).build());
        refused("points to diagnosis 0 of 1", () -> claim().line(pointing(0)).build());
        refused("one to four", () -> pointing());
        refused("one to four", () -> pointing(1, 1));
        refused("one to four", () -> pointing(1, 2, 3, 4, 5));
    }

    @Test
    void a_service_has_at_most_four_modifiers_of_two_characters() {
        refused("four modifiers", () -> modified("95", "HQ", "59", "XE", "GT"));
        refused("modifier", () -> modified("9"));
        refused("modifier", () -> modified("gt"));
    }

    @Test
    void the_billing_address_is_a_street_with_a_nine_digit_zip() {
        refused("post-office box", () -> billing(Batches.BOX));
        refused("nine digits", () -> billing(new PostalAddress("410 SW Alder St", "Portland", "OR", "97205")));
        refused("nine digits", () -> new ServiceFacility("Hall", null, ClaimDraft.HOME));
    }

    @Test
    void the_clinician_does_not_render_under_the_practices_npi() {
        var practices = new RenderingProvider(CLINICIAN.name(), Batches.PRACTICE.npi(), "101YM0800X");

        refused("NPI of their own", () -> batch(claim().rendering(practices).build()));
        refused("names the clinician", () -> batch(claim().rendering(null).build()));
    }

    @Test
    void a_clinician_who_bills_alone_is_not_named_again() {
        assertThat(text("solo-provider"))
                .contains("NM1*85*1*NGUYEN*ALICE*M***XX*1487654323~")
                .doesNotContain("NM1*82");
    }

    @Test
    void a_taxonomy_has_ten_characters_and_is_sent_for_both_providers() {
        refused("taxonomy", () -> new RenderingProvider(CLINICIAN.name(), CLINICIAN.npi(), "101YM0800"));
        assertThat(text("subscriber")).contains("PRV*BI*PXC*261QM0850X~").contains("PRV*PE*PXC*101YM0800X~");
    }

    @Test
    void a_service_after_the_day_of_the_file_is_not_claimed() {
        refused(
                "not taken place",
                () -> batch(claim().line(session("L1", TUESDAY.plusMonths(1))).build()));
    }

    @Test
    void a_name_that_would_be_sent_empty_is_refused_without_being_repeated() {
        refused("The last name of the subscriber has nothing", () -> subscriber("Wei", "李", "M1"));
        refused("The first name of the subscriber has nothing", () -> subscriber("伟", "Li", "M1"));
        assertThatThrownBy(() -> subscriber("Wei", "李", "M1")).hasMessageNotContaining("李");
    }

    @Test
    void only_the_relationship_self_has_an_18_and_a_dependents_plan_has_none() {
        assertThat(text("subscriber")).contains("SBR*P*18*").contains("HL*2*1*22*0~");
        assertThat(text("dependent"))
                .contains("SBR*P**GRP5521")
                .contains("HL*2*1*22*1~")
                .contains("HL*3*2*23*0~");
    }

    @Test
    void every_line_has_its_number_and_place_of_service_stands_only_where_it_differs() {
        assertThat(text("two-sessions-one-claim"))
                .contains("SV1*HC:90853*65*UN*1***1:2~\nDTP*472*D8*20260303~\nREF*6R*CK00000001L1~")
                .contains("SV1*HC:90853:95*60.05*UN*1*02**2~\nDTP*472*D8*20260310~\nREF*6R*CK00000001L2~");
    }

    @Test
    void no_segment_is_empty_and_none_ends_in_an_empty_element() {
        for (var name : Batches.all().keySet()) {
            var afterIsa = text(name).substring(107);
            assertThat(afterIsa).doesNotContainPattern("[*|:}]~").doesNotContainPattern("(?m)^~");
        }
    }

    @Test
    void everything_after_the_isa_is_of_the_basic_character_set() {
        var file = new String(ProfessionalClaims.write(new RandomClaims(7).batch(200)), US_ASCII).substring(106);

        assertThat(file).matches("[A-Z0-9 !\"&'()*+,\\-./:;?=^~|}\n]*");
    }

    @Test
    void a_long_name_is_cut_where_the_guide_ends_it() {
        var name = new PersonName("F".repeat(36), "M".repeat(26), "L".repeat(61));
        var rendering = new RenderingProvider(name, new Npi("1999999984"), "101YM0800X");
        var file = new String(
                ProfessionalClaims.write(batch(claim().rendering(rendering).build())), US_ASCII);

        assertThat(file).contains("*" + "L".repeat(60) + "*" + "F".repeat(35) + "*" + "M".repeat(25) + "***XX");
    }

    @Test
    void control_numbers_have_nine_digits_in_the_isa_and_no_leading_zeros_in_the_group() {
        assertThat(text("subscriber"))
                .contains("*00501*000000101*0*T*")
                .contains("IEA*1*000000101~")
                .contains("*0915*101*X*")
                .contains("GE*1*101~");
        refused("control number", () -> numbered(0, 1));
        refused("control number", () -> numbered(1_000_000_000, 1));
        refused("control number", () -> numbered(1, 0));
    }

    @Test
    void delimiters_are_four_different_characters_that_no_word_or_number_has() {
        refused("different", () -> new Delimiters('*', '*', ':', '~'));
        refused("separate", () -> new Delimiters('.', '^', ':', '~'));
        refused("separate", () -> new Delimiters('X', '^', ':', '~'));
    }

    @Test
    void a_patient_has_an_address_and_a_birth_date() {
        var card = subscriber("Maria", "Garcia", "M1");
        var nowhere =
                new Subscriber(card.name(), "M1", "", "P", "CI", card.payer(), null, card.birthDate(), card.sex());

        refused("where its patient lives", () -> claim().subscriber(nowhere).build());
        assertThat(claim().subscriber(nowhere)
                        .dependent(Batches.child("Amara"))
                        .build()
                        .dependent())
                .isNotNull();
    }

    private static ServiceLine pointing(Integer... pointers) {
        return session("L1", TUESDAY, Money.dollars("65"), List.of(), "11", List.of(pointers));
    }

    private static ServiceLine modified(String... modifiers) {
        return session("L1", TUESDAY, Money.dollars("65"), List.of(modifiers), "11", List.of(1));
    }

    private static Envelope numbered(long interchange, long group) {
        return new Envelope("ZZ", "A1", "ZZ", "B1", interchange, group, Batches.MORNING, true, Delimiters.USUAL);
    }

    private static BillingProvider billing(PostalAddress address) {
        var fine = Batches.practice(STREET);
        return new BillingProvider(fine.name(), fine.npi(), fine.taxId(), fine.taxonomy(), address, null);
    }

    private static String text(String batch) {
        return new String(ProfessionalClaims.write(Batches.named(batch)), US_ASCII);
    }

    private static void refused(String because, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(because);
    }
}
