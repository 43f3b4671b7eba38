package org.circlekeeper.portal.papers;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.intake.Sheet;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.portal.SignInTimeStore;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.signing.Attribution;
import org.circlekeeper.signing.Authentication;
import org.circlekeeper.signing.Authentication.Method;
import org.circlekeeper.signing.Capacity;
import org.circlekeeper.signing.Intent;
import org.circlekeeper.signing.Screen;
import org.circlekeeper.signing.Signer;
import org.circlekeeper.signing.Signing;
import org.circlekeeper.signing.Template;
import org.circlekeeper.signing.What;
import org.springframework.stereotype.Component;

/** Gathers who signs, in what capacity, how they showed who they are, and what they saw. */
@Component
class Pens {

    private final Proxies proxies;
    private final SignInTimeStore signIns;
    private final Documents documents;

    Pens(Proxies proxies, SignInTimeStore signIns, Documents documents) {
        this.proxies = proxies;
        this.signIns = signIns;
        this.documents = documents;
    }

    /** What a member sends with the button. */
    record Pressed(String shownSha256, String typedName, String button) {}

    /** Everything that a signature stands on. */
    Signing signing(
            SignedInMember who,
            OwnPapers.Opened opened,
            FormRenderer.Paper.Whole paper,
            Pressed pressed,
            Tongue tongue,
            HttpServletRequest request) {
        var begun = signIns.of(request);
        var signer = signer(who);
        var version = opened.version();
        return new Signing(
                who.member(),
                new Template(
                        version.form().value(),
                        version.number(),
                        version.language().tag()),
                what(opened, tongue),
                paper.xhtml().getBytes(StandardCharsets.UTF_8),
                pressed.shownSha256(),
                opened.answers().values(),
                new Signer(signer, pressed.typedName().isBlank() ? "-" : pressed.typedName()),
                capacity(who).orElseThrow(),
                new Authentication(
                        Method.LINK_AND_CODE,
                        signer,
                        who.member(),
                        begun.map(SignInTimeStore.Begun::at).orElse(Instant.EPOCH)),
                new Intent(pressed.button(), pressed.typedName()),
                new Attribution(
                        request.getRemoteAddr(),
                        Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
                        begun.map(SignInTimeStore.Begun::sha256).orElse("")),
                screens(opened.sheet()));
    }

    /** Who signs: the member, or the account of whoever acts for them. */
    UUID signer(SignedInMember who) {
        return who.own() ? who.member().value() : who.account().value();
    }

    /**
     * As what somebody signs: for themselves, as a guardian (where two act for a minor, both have to), or in the place
     * of an adult on the strength of a paper of authority that is on record; empty while there is none.
     */
    Optional<Capacity> capacity(SignedInMember who) {
        if (who.own()) {
            return Optional.of(new Capacity.Self());
        }
        var standing = proxies.of(who.member()).stream()
                .filter(proxy -> proxy.ended() == null)
                .toList();
        long guardians =
                standing.stream().filter(proxy -> proxy.relation().isOfMinor()).count();
        boolean minor = standing.stream()
                .filter(proxy -> proxy.account().equals(who.account()))
                .map(Proxy::relation)
                .anyMatch(Proxy.Relation::isOfMinor);
        if (minor) {
            return Optional.of(guardians > 1 ? new Capacity.TwoGuardians() : new Capacity.Guardian());
        }
        return documents.of(who.member().value()).stream()
                .filter(document -> document.kind() == DocumentKind.AUTHORITY && document.removed() == null)
                .findFirst()
                .map(document -> new Capacity.Representative(document.id()));
    }

    private static What what(OwnPapers.Opened opened, Tongue tongue) {
        return opened.paper().form().equals(OwnPapers.ELECTRONIC)
                ? new What.ElectronicBusiness(
                        tongue.say("electronic.paper"),
                        tongue.say("electronic.withdrawal"),
                        tongue.say("electronic.needed"),
                        tongue.say("electronic.scope"))
                : new What.Paper();
    }

    private static List<Screen> screens(Optional<Sheet> sheet) {
        var screens = new ArrayList<Screen>();
        sheet.ifPresent(one -> {
            screens.add(new Screen("first answer", one.openedAt()));
            var read = one.readAt();
            if (read != null) {
                screens.add(new Screen("the whole paper", read));
            }
        });
        return screens;
    }
}
