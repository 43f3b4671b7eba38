package org.circlekeeper.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.FormVersion;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.Attribution;
import org.circlekeeper.signing.Authentication;
import org.circlekeeper.signing.Capacity;
import org.circlekeeper.signing.Channel;
import org.circlekeeper.signing.Intent;
import org.circlekeeper.signing.Outcome;
import org.circlekeeper.signing.Screen;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.Signer;
import org.circlekeeper.signing.Signing;
import org.circlekeeper.signing.Template;
import org.circlekeeper.signing.What;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/** Members of the larger house who agreed to electronic papers; one signed another paper and opened her copy. */
@Component
class WhoSigned {

    private static final String ELECTRONIC = "electronic-business";

    private final Signatures signatures;
    private final Patients patients;
    private final Practices practices;
    private final FormLibrary forms;
    private final MemberPapers papers;
    private final Sheets sheets;
    private final MovableClock clock;

    WhoSigned(
            Signatures signatures,
            Patients patients,
            Practices practices,
            FormLibrary forms,
            MemberPapers papers,
            Sheets sheets,
            MovableClock clock) {
        this.signatures = signatures;
        this.patients = patients;
        this.practices = practices;
        this.forms = forms;
        this.papers = papers;
        this.sheets = sheets;
        this.clock = clock;
    }

    void sign() {
        var ana = patients.search("Ana Ruiz").getFirst();
        var at = moment(0);
        var actor = new Actor.Member(ana.id().value(), "the member");
        sign(ana, text(ELECTRONIC), told(), at, actor);
        var signed = sign(ana, text("group-confidentiality"), new What.Paper(), at, actor);
        signatures.copyDelivered(signed.id(), Channel.PORTAL, at, actor);
    }

    /** A member who was given papers agrees to electronic ones, and goes on with the others later. */
    void agrees(SignedInMember who) {
        var at = moment(30);
        var text = text(ELECTRONIC);
        var signed = sign(patients.find(who.member()).orElseThrow(), text, told(), at, who.actor());
        papers.of(who.member()).stream()
                .filter(paper -> paper.form().equals(text.form()))
                .forEach(paper -> {
                    sheets.keep(paper.id(), marked(text), who.actor());
                    papers.signed(paper.id(), signed.id().value(), null, who.actor());
                });
    }

    private Instant moment(int minute) {
        var at =
                LocalDateTime.of(2026, 11, 20, 17, minute).atZone(MovingIn.ZONE).toInstant();
        clock.moveTo(at);
        return at;
    }

    /** What stands above the button on the members' own pages. */
    private What.ElectronicBusiness told() {
        var english = Tongue.of(Language.EN);
        var phone = practices.current().phone();
        return new What.ElectronicBusiness(
                english.say("electronic.paper", phone),
                english.say("electronic.withdrawal", phone),
                english.say("electronic.needed"),
                english.say("electronic.scope"));
    }

    private FormVersion text(String form) {
        var version = forms.open(new FormId(form), 1, Language.EN);
        if (version instanceof Rendition.Text(var text)) {
            return text;
        }
        throw new IllegalStateException("The starter packet has " + form + " in English");
    }

    /** Each clause is marked; what may be left empty is. */
    private static Answers marked(FormVersion text) {
        return new Answers(text.questionnaire()
                .questions()
                .filter(question -> question.answering() instanceof Answering.Initials)
                .collect(toMap(Item.Question::linkId, _ -> "true")));
    }

    private Outcome.Done sign(Patient member, FormVersion text, What what, Instant at, Actor actor) {
        var shown = shown(member, text, LocalDate.ofInstant(at, MovingIn.ZONE));
        var signer = new Signer(member.id().value(), member.name().toString());
        var outcome = signatures.sign(
                new Signing(
                        member.id(),
                        new Template(
                                text.form().value(),
                                text.number(),
                                text.language().tag()),
                        what,
                        shown,
                        Signatures.sha256(shown),
                        marked(text).values(),
                        signer,
                        new Capacity.Self(),
                        new Authentication(
                                Authentication.Method.LINK_AND_CODE, signer.id(), member.id(), at.minusSeconds(600)),
                        new Intent("I sign this paper", signer.name()),
                        new Attribution("192.0.2.17", "A telephone", Sha256.hex("a sign-in of the demo")),
                        List.of(new Screen("read", at.minusSeconds(240)), new Screen("sign", at.minusSeconds(20)))),
                actor);
        if (outcome instanceof Outcome.Done done) {
            return done;
        }
        throw new IllegalStateException("Nothing stands against what is signed in the demo");
    }

    /** The very paper, to the byte, as it would be shown to them. */
    private byte[] shown(Patient member, FormVersion text, LocalDate day) {
        var facts =
                new FormRenderer.Facts(practices.current().name(), member.name().toString(), day);
        if (FormRenderer.paper(text, marked(text), forms.placeholders(), facts)
                instanceof FormRenderer.Paper.Whole paper) {
            return paper.xhtml().getBytes(UTF_8);
        }
        throw new IllegalStateException("Every place of " + text.form() + " is filled in");
    }
}
