package org.circlekeeper.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.signing.AnySigning.NOW;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands against a press of the button. */
class MaySignTest {

    private static final PatientId ANA = new PatientId(UUID.fromString("0198a000-0000-7000-8000-000000000001"));
    private static final PatientId BEN = new PatientId(UUID.fromString("0198a000-0000-7000-8000-000000000002"));
    private static final UUID MOTHER = UUID.fromString("0198a000-0000-7000-8000-00000000000a");
    private static final UUID FATHER = UUID.fromString("0198a000-0000-7000-8000-00000000000b");
    private static final UUID AUNT = UUID.fromString("0198a000-0000-7000-8000-00000000000c");
    private static final Known FINE = known(true, false, true, true);

    private final AnySigning fine = AnySigning.by(ANA, "Ana Ruiz");

    @Test
    void who_is_known_has_read_it_and_means_it_signs() {
        assertThat(codes(fine, FINE)).isEmpty();
        assertThat(codes(fine.as(new Capacity.Guardian(), MOTHER, "Mia Ruiz"), FINE))
                .isEmpty();
        assertThat(codes(fine.as(new Capacity.Representative(anyDocument()), MOTHER, "Mia Ruiz"), FINE))
                .isEmpty();
    }

    @Test
    void i17_bytes_that_were_not_on_the_screen_are_not_signed() {
        var read = Sha256.hex(fine.bytes());

        assertThat(codes(fine.shown(read), FINE)).isEmpty();
        assertThat(codes(fine.text("Something else is agreed to.").shown(read), FINE))
                .containsExactly("other-bytes");
        assertThat(codes(fine.shown("0".repeat(64)), FINE)).containsExactly("other-bytes");
    }

    @Test
    void i17_who_did_not_show_who_they_are_for_this_member_signs_nothing() {
        var signer = fine.signer();
        var method = Authentication.Method.PASSKEY;

        for (var other : List.of(
                new Authentication(method, MOTHER, ANA, NOW),
                new Authentication(method, signer.id(), BEN, NOW),
                new Authentication(method, signer.id(), ANA, NOW.plusSeconds(1)),
                new Authentication(method, signer.id(), ANA, NOW.minus(Authentication.HOLDS)))) {
            assertThat(codes(fine.authenticated(other), FINE))
                    .as(other.toString())
                    .containsExactly("not-authenticated");
        }
        var last = new Authentication(
                method, signer.id(), ANA, NOW.minus(Authentication.HOLDS).plus(Duration.ofSeconds(1)));
        assertThat(codes(fine.authenticated(last), FINE)).isEmpty();
    }

    /** Nothing that belongs to a signature has room for a picture: bytes are those of the paper alone. */
    @Test
    void i17_a_picture_takes_the_place_of_no_act() {
        assertThat(codes(fine.typed("data:image/png;base64,iVBORw0KGgo="), FINE))
                .containsExactly("picture-for-name");
        assertThat(codes(fine.typed(" "), FINE)).containsExactly("no-name");
        for (var part : List.of(Signing.class, Intent.class, Signer.class, Attribution.class)) {
            assertThat(Arrays.stream(part.getRecordComponents())
                            .filter(one -> one.getType().isArray())
                            .map(one -> one.getName()))
                    .isSubsetOf("shown");
        }
    }

    @Test
    void without_a_word_for_electronic_papers_only_that_word_is_signed() {
        var silent = known(true, false, false, true);

        assertThat(codes(fine, silent)).containsExactly("no-electronic-consent");
        assertThat(MaySign.findings(fine.electronic(), silent, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void who_agrees_to_electronic_papers_is_told_all_four_things_first(int missing) {
        var told = new String[] {"paper", "taking back", "a device", "all papers"};
        told[missing] = " ";

        assertThatThrownBy(() -> new What.ElectronicBusiness(told[0], told[1], told[2], told[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_of_the_practice_signs_for_a_member() {
        assertThat(codes(fine, known(true, true, true, true))).containsExactly("staff-signs");
    }

    @Test
    void each_signs_as_what_they_are() {
        assertThat(codes(fine.as(new Capacity.Self(), MOTHER, "Mia Ruiz"), FINE))
                .containsExactly("not-themselves");
        assertThat(codes(fine.as(new Capacity.Guardian(), ANA.value(), "Ana Ruiz"), FINE))
                .containsExactly("not-a-guardian");
        assertThat(codes(
                        fine.as(new Capacity.Representative(anyDocument()), MOTHER, "Mia Ruiz"),
                        known(true, false, true, false)))
                .containsExactly("no-authority");
    }

    @Test
    void what_was_signed_is_not_signed_again() {
        var signed = new Known(true, false, true, true, Optional.of(standing(SignatureStatus.SIGNED)), Map.of());

        assertThat(codes(fine, signed)).containsExactly("signed-already");
    }

    @Test
    void two_guardians_sign_the_same_answers_once_each_and_nobody_else_does() {
        var father = fine.as(new Capacity.TwoGuardians(), FATHER, "Rui Ruiz");
        var waiting = said(true);

        assertThat(codes(father, waiting)).isEmpty();
        assertThat(codes(father.language("es"), waiting))
                .as("read in another language")
                .isEmpty();
        assertThat(codes(father.fields(Map.of("initials", "XX")), waiting)).containsExactly("other-answers");
        assertThat(codes(fine.as(new Capacity.TwoGuardians(), MOTHER, "Mia Ruiz"), waiting))
                .containsExactly("signed-already");
        var both = new Known(
                true,
                false,
                true,
                true,
                Optional.of(standing(SignatureStatus.SIGNED)),
                Map.of(MOTHER, word(MOTHER, true), FATHER, word(FATHER, true)));
        assertThat(codes(fine.as(new Capacity.TwoGuardians(), AUNT, "Ada Ruiz"), both))
                .containsExactly("third-guardian");
    }

    @Test
    void everything_that_stands_against_it_is_told_at_once_with_what_to_do() {
        var nothing = known(false, true, false, false);
        var findings = MaySign.findings(fine.typed("").shown("no").paper(), nothing, NOW.minusSeconds(600));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        "no-such-member",
                        "staff-signs",
                        "not-authenticated",
                        "no-electronic-consent",
                        "other-bytes",
                        "no-name",
                        "screens-unknown");
        assertThat(new Outcome.Refused(findings, null).sentences())
                .allMatch(sentence -> sentence.matches("[A-Z].*\\. [A-Z].*\\."));
    }

    private static List<String> codes(AnySigning signing, Known known) {
        return MaySign.findings(signing.paper(), known, NOW).stream()
                .map(Finding::code)
                .toList();
    }

    private static Known known(boolean patient, boolean staff, boolean agrees, boolean authority) {
        return new Known(patient, staff, agrees, authority, Optional.empty(), Map.of());
    }

    private static Known said(boolean yes) {
        return new Known(
                true,
                false,
                true,
                true,
                Optional.of(standing(SignatureStatus.WAITING_FOR_SECOND)),
                Map.of(MOTHER, word(MOTHER, yes)));
    }

    private static Guardians.Word word(UUID signer, boolean yes) {
        return new Guardians.Word(signer, yes, Sha256.hex(Facts.fields(Map.of("initials", "AR"))));
    }

    private static Signature standing(SignatureStatus status) {
        return new Signature(
                new SignatureId(MOTHER),
                ANA,
                new Template("group-confidentiality", 2, "en"),
                "PAPER",
                Medium.ELECTRONIC,
                "SELF",
                "x",
                status,
                NOW,
                "Member",
                NOW,
                "");
    }

    private static DocumentId anyDocument() {
        return new DocumentId(AUNT);
    }
}
