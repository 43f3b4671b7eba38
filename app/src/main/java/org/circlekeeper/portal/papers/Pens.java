package org.circlekeeper.portal.papers;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.intake.OfAge;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.PortalSignIns;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.portal.SignInTimeStore;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.Attribution;
import org.circlekeeper.signing.Authentication;
import org.circlekeeper.signing.Authentication.Method;
import org.circlekeeper.signing.Capacity;
import org.circlekeeper.signing.Intent;
import org.circlekeeper.signing.Refusing;
import org.circlekeeper.signing.Screen;
import org.circlekeeper.signing.Signature;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.Signer;
import org.circlekeeper.signing.Signing;
import org.circlekeeper.signing.Template;
import org.circlekeeper.signing.What;
import org.springframework.stereotype.Component;

/** Gathers who signs, in what capacity, how they showed who they are, and what they saw. */
@Component
class Pens {

    private final Proxies proxies;
    private final OfAge ofAge;
    private final SignInTimeStore signIns;
    private final Signatures signatures;
    private final Documents documents;
    private final Patients patients;
    private final FormLibrary forms;
    private final Practices practices;

    Pens(
            Proxies proxies,
            OfAge ofAge,
            SignInTimeStore signIns,
            Signatures signatures,
            Documents documents,
            Patients patients,
            FormLibrary forms,
            Practices practices) {
        this.proxies = proxies;
        this.ofAge = ofAge;
        this.signIns = signIns;
        this.signatures = signatures;
        this.documents = documents;
        this.patients = patients;
        this.forms = forms;
        this.practices = practices;
    }

    /** What a member sends with the button. */
    record Pressed(String shownSha256, String typedName, String button) {}

    /** As what somebody may sign, or why they may not. */
    sealed interface Pen {

        record As(Capacity capacity) implements Pen {}

        /** The member decides for themselves later: until then a parent or guardian signs. */
        record Minor() implements Pen {}

        /** The member is a minor who consented to care of their own, and signs this themselves. */
        record Decided() implements Pen {}

        /** A minor who decides about their care, and whether this paper is theirs is not written down (42 CFR 2.14). */
        record Open() implements Pen {}

        /** They act for an adult, and the paper that lets them is not on record. */
        record NoAuthority() implements Pen {}
    }

    /** Everything that a signature stands on. */
    Signing signing(
            SignedInMember who,
            OwnPapers.Opened opened,
            FormRenderer.Paper.Whole paper,
            Pressed pressed,
            Capacity capacity,
            HttpServletRequest request) {
        return new Signing(
                who.member(),
                template(opened),
                what(opened),
                paper.xhtml().getBytes(StandardCharsets.UTF_8),
                pressed.shownSha256(),
                opened.answers().values(),
                signedBy(who),
                capacity,
                authentication(who, request),
                new Intent(pressed.button(), pressed.typedName()),
                attribution(request),
                screens(opened));
    }

    /** One of two guardians says no, in their words or in none. */
    Refusing refusing(SignedInMember who, OwnPapers.Opened opened, String why, HttpServletRequest request) {
        return new Refusing(
                who.member(), template(opened), signedBy(who), authentication(who, request), attribution(request), why);
    }

    private static Template template(OwnPapers.Opened opened) {
        var version = opened.version();
        return new Template(
                version.form().value(), version.number(), version.language().tag());
    }

    private Authentication authentication(SignedInMember who, HttpServletRequest request) {
        var begun = signIns.of(request);
        var way = begun.map(SignInTimeStore.Begun::way).orElse(PortalSignIns.Way.LINK_AND_CODE);
        var method = switch (way) {
            case LINK_AND_CODE -> Method.LINK_AND_CODE;
            case PASSKEY -> Method.PASSKEY;
        };
        var at = begun.map(SignInTimeStore.Begun::at).orElse(Instant.EPOCH);
        return new Authentication(method, signer(who), who.member(), at);
    }

    private Attribution attribution(HttpServletRequest request) {
        return new Attribution(
                request.getRemoteAddr(),
                Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
                signIns.of(request).map(SignInTimeStore.Begun::sha256).orElse(""));
    }

    /** Who signs: the member, or the account of whoever acts for them. */
    UUID signer(SignedInMember who) {
        return who.own() ? who.member().value() : who.account().value();
    }

    /** The same, by the name that is on record: what was typed is kept beside it. */
    private Signer signedBy(SignedInMember who) {
        var name = who.own()
                ? patients.find(who.member()).map(patient -> patient.name().toString())
                : own(who).map(Proxy::name);
        return new Signer(signer(who), name.orElseThrow());
    }

    /** The name on record of whoever signs or takes back. */
    String name(SignedInMember who) {
        return signedBy(who).name();
    }

    /** Whether it is the member, and this paper theirs to decide about. */
    boolean decidesAlone(SignedInMember who, Paper paper) {
        return who.own() && decides(who, paper);
    }

    /** Whether this signer has agreed to electronic papers about this member. */
    boolean agrees(SignedInMember who) {
        return signatures.agreesToElectronic(who.member(), signer(who));
    }

    /** Whether this signer has signed a paper already that others have still to sign. */
    boolean hasSigned(SignedInMember who, Paper paper) {
        var signature = paper.signature();
        return signature != null && signatures.hasSigned(new SignatureId(signature), signer(who));
    }

    /**
     * The signature of which they get a copy; empty when there is none. Of the paper about electronic papers each
     * signer has one of their own.
     */
    Optional<SignatureId> signature(SignedInMember who, Paper paper) {
        if (!paper.form().equals(OwnPapers.ELECTRONIC)) {
            return Optional.ofNullable(paper.signature()).map(SignatureId::new);
        }
        return signatures.of(who.member()).stream()
                .filter(one -> one.isInForce() && one.isElectronicBusiness())
                .filter(one -> one.holder().equals(signer(who).toString()))
                .map(Signature::id)
                .findFirst();
    }

    /**
     * As what somebody signs this paper: for themselves once they are of age, as a guardian, or in the place of an
     * adult on the strength of the paper of authority that was handed in for them. Where two guardians act for a minor
     * today, or the practice asks two to sign this paper, both have to; only whether papers may be electronic each says
     * alone (15 USC 7001(c)(1)).
     */
    Pen pen(SignedInMember who, OwnPapers.Opened opened) {
        if (who.own()) {
            if (decides(who, opened.paper())) {
                return new Pen.As(new Capacity.Self());
            }
            return decides(who, false) ? new Pen.Open() : new Pen.Minor();
        }
        var own = own(who);
        if (own.filter(proxy -> proxy.relation().isOfMinor()).isPresent()) {
            if (decides(who, opened.paper())) {
                return new Pen.Decided();
            }
            boolean alone = opened.isElectronic() || guardians(who) == 1 && !isForTwo(opened);
            return new Pen.As(alone ? new Capacity.Guardian() : new Capacity.TwoGuardians());
        }
        return own.map(Proxy::authority)
                .flatMap(documents::find)
                .filter(document -> document.removed() == null)
                .<Pen>map(document -> new Pen.As(new Capacity.Representative(document.id())))
                .orElseGet(Pen.NoAuthority::new);
    }

    private boolean isForTwo(OwnPapers.Opened opened) {
        return forms.find(opened.paper().form()).filter(Form::twoSign).isPresent();
    }

    private boolean decides(SignedInMember who, Paper paper) {
        return decides(who, paper.isPart2Consent());
    }

    /** Of age, or, but for a consent under Part 2, a minor who consented to care of their own. */
    private boolean decides(SignedInMember who, boolean part2Consent) {
        var member = patients.find(who.member()).orElseThrow();
        return !practices.today().isBefore(ofAge.from(member, part2Consent));
    }

    /** Whoever acts for the minor in papers today; one who cannot open them is not waited for. */
    private long guardians(SignedInMember who) {
        return standing(who)
                .filter(proxy -> proxy.relation().isOfMinor())
                .filter(proxy -> proxy.parts().contains(MemberPart.FORMS))
                .count();
    }

    private Optional<Proxy> own(SignedInMember who) {
        return standing(who)
                .filter(proxy -> proxy.account().equals(who.account()))
                .findFirst();
    }

    private Stream<Proxy> standing(SignedInMember who) {
        var today = practices.today();
        return proxies.of(who.member()).stream().filter(proxy -> proxy.standsOn(today));
    }

    private What what(OwnPapers.Opened opened) {
        if (!opened.isElectronic()) {
            return new What.Paper();
        }
        var told = Told.in(opened.version().language(), practices.current());
        return new What.ElectronicBusiness(told.paper(), told.withdrawal(), told.needed(), told.scope());
    }

    /** Whoever signs after another one has filled nothing in, and saw the whole paper. */
    private static List<Screen> screens(OwnPapers.Opened opened) {
        var screens = new ArrayList<Screen>();
        opened.sheet().ifPresent(one -> {
            if (opened.paper().status() == PaperStatus.STARTED) {
                screens.add(new Screen("first answer", one.openedAt()));
            }
            var read = one.readAt();
            if (read != null) {
                screens.add(new Screen("the whole paper", read));
            }
        });
        return screens;
    }
}
