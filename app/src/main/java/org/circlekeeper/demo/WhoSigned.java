package org.circlekeeper.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
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
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/** One of the larger house who agreed to electronic papers, signed what the group expects, and opened her copy. */
@Component
class WhoSigned {

    private static final What.ElectronicBusiness TOLD = new What.ElectronicBusiness(
            "You may have any paper as a sheet, at no cost: ask at the desk.",
            "Tell us by telephone or at the desk. What you signed until then holds.",
            "A device that opens web pages and PDF files.",
            "All papers of this practice.");

    private final Signatures signatures;
    private final Patients patients;
    private final MemberPapers papers;
    private final MovableClock clock;

    WhoSigned(Signatures signatures, Patients patients, MemberPapers papers, MovableClock clock) {
        this.signatures = signatures;
        this.patients = patients;
        this.papers = papers;
        this.clock = clock;
    }

    void sign() {
        var ana = patients.search("Ana Ruiz").getFirst();
        var at = LocalDateTime.of(2026, 11, 20, 17, 0).atZone(MovingIn.ZONE).toInstant();
        clock.moveTo(at);
        var actor = new Actor.Person(new PersonId(ana.id().value()), "A member", "member");
        sign(
                ana,
                "electronic-business",
                TOLD,
                page(
                        "Papers may be electronic",
                        List.of(TOLD.paperOption(), TOLD.withdrawal(), TOLD.needed(), TOLD.scope())),
                at,
                actor);
        var paper = page(
                "Group confidentiality",
                List.of(
                        "What is said in the group stays in the group. The leader is bound by law; the other members "
                                + "are not, so nobody can promise that all of them keep it.",
                        "The leader must tell others when somebody is in danger, when a child or an elder is harmed, or "
                                + "when a court orders it.",
                        "You may tell others what you learned about yourself, and nothing that shows who else is here."));
        var signed = sign(ana, "group-confidentiality", new What.Paper(), paper, at, actor);
        signatures.copyDelivered(signed.id(), Channel.PORTAL, at, actor);
    }

    /** A member who was given papers agrees to electronic ones, and goes on with the others later. */
    void agrees(PatientId id) {
        var at = LocalDateTime.of(2026, 11, 20, 17, 30).atZone(MovingIn.ZONE).toInstant();
        clock.moveTo(at);
        var actor = new Actor.Person(new PersonId(id.value()), "A member", "member");
        var signed = sign(
                patients.find(id).orElseThrow(),
                "electronic-business",
                TOLD,
                page(
                        "Papers may be electronic",
                        List.of(TOLD.paperOption(), TOLD.withdrawal(), TOLD.needed(), TOLD.scope())),
                at,
                actor);
        papers.of(id).stream()
                .filter(paper -> paper.form().value().equals("electronic-business"))
                .forEach(paper -> papers.signed(paper.id(), signed.id().value(), null, actor));
    }

    private Outcome.Done sign(Patient member, String form, What what, byte[] shown, Instant at, Actor actor) {
        var signer = new Signer(member.id().value(), member.name().toString());
        var outcome = signatures.sign(
                new Signing(
                        member.id(),
                        new Template(form, 1, "en"),
                        what,
                        shown,
                        Signatures.sha256(shown),
                        Map.of("initials", "AR"),
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

    private static byte[] page(String title, List<String> paragraphs) {
        var page = new StringBuilder("<html lang=\"en\"><head><title>Paper</title></head><body><h1>" + title + "</h1>");
        paragraphs.forEach(text -> page.append("<p>").append(text).append("</p>"));
        return page.append("</body></html>").toString().getBytes(UTF_8);
    }
}
