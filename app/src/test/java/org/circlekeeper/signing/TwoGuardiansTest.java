package org.circlekeeper.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A paper that two guardians sign, or about which they disagree. */
@PracticeTest
@RecordApplicationEvents
class TwoGuardiansTest {

    private static final UUID MOTHER = UUID.fromString("0198a000-0000-7000-8000-00000000000a");
    private static final UUID FATHER = UUID.fromString("0198a000-0000-7000-8000-00000000000b");

    @Autowired
    AnyPractice any;

    @Autowired
    SigningPractice signing;

    @Autowired
    Signatures signatures;

    @Autowired
    AskGuardians duty;

    @Autowired
    ApplicationEvents events;

    PracticeId practice;
    PatientId ana;
    AnySigning paper;

    @BeforeEach
    void a_member_with_two_guardians() {
        practice = any.open();
        ana = any.patient(practice);
        paper = AnySigning.by(ana, "Ana Ruiz");
    }

    @Test
    void two_guardians_sign_and_it_counts_when_both_have() {
        var mother = guardian(MOTHER, "Mia Ruiz");
        var father = guardian(FATHER, "Rui Ruiz").language("es").text("Lo que se dice aquí se queda aquí.");
        var first = SigningPractice.done(signing.sign(practice, mother));

        assertThat(first.status()).isEqualTo(SignatureStatus.WAITING_FOR_SECOND);
        assertThat(codes(refused(signing.sign(practice, mother)))).containsExactly("signed-already");
        assertThat(events.stream(ConsentSigned.class).map(ConsentSigned::signature))
                .doesNotContain(first.id());
        assertThat(codes(refused(signing.sign(practice, father.fields(Map.of("initials", "no"))))))
                .containsExactly("other-answers");

        var second = SigningPractice.done(signing.sign(practice, father));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.status()).isEqualTo(SignatureStatus.SIGNED);
        assertThat(signing.text(practice, second.copy()))
                .contains("Lo que se dice aquí se queda aquí.", "Constancia de la firma", "Deben firmar los dos");
        assertThat(events.stream(ConsentSigned.class)).contains(new ConsentSigned(first.id(), ana));
        assertThat(any.in(practice, () -> signatures.verify(first.id()))).isEqualTo(new Verdict.Whole(first.id(), 2));
    }

    @Test
    void each_guardian_takes_along_their_own_copy_and_nobody_elses() {
        var id = signing.signed(practice, guardian(MOTHER, "Mia Ruiz"));
        signing.sign(practice, guardian(FATHER, "Rui Ruiz"));

        assertThat(copyOf(id, MOTHER)).contains("Mia Ruiz").doesNotContain("Rui Ruiz");
        assertThat(copyOf(id, FATHER)).contains("Rui Ruiz").doesNotContain("Mia Ruiz");
        assertThat(any.in(practice, () -> signatures.copy(id, ana.value()))).isEmpty();

        for (var who : List.of(MOTHER, FATHER, FATHER)) {
            any.run(practice, () -> signatures.copyDelivered(id, who, Channel.PORTAL, AnySigning.NOW, paper.actor()));
        }
        assertThat(any.in(practice, () -> signatures.written(id)))
                .as("once for each of them")
                .extracting(Written::kind)
                .containsExactly("Signed", "Signed", "Copy delivered", "Copy delivered");
        assertThat(any.in(practice, () -> signatures.verify(id))).isInstanceOf(Verdict.Whole.class);
    }

    private String copyOf(SignatureId id, UUID signer) {
        return signing.text(
                practice, any.in(practice, () -> signatures.copy(id, signer)).orElseThrow());
    }

    @Test
    void when_two_guardians_disagree_the_practice_is_asked_and_nothing_is_lost() {
        var mother = guardian(MOTHER, "Mia Ruiz");
        var father = guardian(FATHER, "Rui Ruiz");
        var id = signing.signed(practice, mother);
        var no = SigningPractice.done(refuse(father));

        assertThat(no.id()).isEqualTo(id);
        assertThat(no.status()).isEqualTo(SignatureStatus.REFUSED_BY_ONE);
        assertThat(asked()).isEqualTo(1);
        assertThat(any.in(practice, () -> signatures.written(id)))
                .extracting(Written::kind)
                .containsExactly("Signed", "Said no");
        assertThat(codes(refused(refuse(father)))).containsExactly("refused-already");

        assertThat(SigningPractice.done(signing.sign(practice, father)).status())
                .isEqualTo(SignatureStatus.SIGNED);
        assertThat(asked()).as("the question is gone with its cause").isZero();
        assertThat(any.in(practice, () -> signatures.verify(id))).isInstanceOf(Verdict.Whole.class);
        assertThat(codes(refused(refuse(father)))).containsExactly("signed-by-both");
    }

    @Test
    void a_no_that_comes_first_waits_for_whoever_said_it() {
        var mother = guardian(MOTHER, "Mia Ruiz");
        var id = SigningPractice.done(refuse(mother)).id();
        var father = SigningPractice.done(signing.sign(practice, guardian(FATHER, "Rui Ruiz")));

        assertThat(father.id()).isEqualTo(id);
        assertThat(father.status()).isEqualTo(SignatureStatus.REFUSED_BY_ONE);
        assertThat(SigningPractice.done(signing.sign(practice, mother)).status())
                .isEqualTo(SignatureStatus.SIGNED);
    }

    private AnySigning guardian(UUID id, String name) {
        var guardian = paper.as(new Capacity.TwoGuardians(), id, name);
        if (!any.in(practice, () -> signatures.agreesToElectronic(ana, id))) {
            signing.agrees(practice, paper.as(new Capacity.Guardian(), id, name));
        }
        return guardian;
    }

    private Outcome refuse(AnySigning guardian) {
        var no = guardian.paper();
        return any.in(
                practice,
                () -> signatures.refuse(
                        new Refusing(ana, no.template(), no.signer(), no.authentication(), no.attribution(), "not yet"),
                        guardian.actor()));
    }

    private int asked() {
        return any.in(practice, () -> duty.plan(new Work(practice, AnyPractice.ZONE, AnySigning.NOW)))
                .size();
    }

    private static Outcome.Refused refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcome;
    }

    private static List<String> codes(Outcome outcome) {
        return refused(outcome).findings().stream().map(Finding::code).toList();
    }
}
