package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.Open;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.Passkeys;
import org.circlekeeper.portal.Passkeys.Opened;
import org.circlekeeper.portal.PortalCookie;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.terms.PracticeId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in with a passkey, at the door where others ask for a link. */
@Controller
@ConditionalOnWebApplication
public class PasskeyDoorController {

    private static final String WHY =
            "A passkey is the proof: its phone signs what was asked a moment ago. Tries are counted, and no answer says"
                    + " whether there is one.";

    private final Passkeys passkeys;
    private final OwnSite sites;
    private final Shells shells;

    PasskeyDoorController(Passkeys passkeys, OwnSite sites, Shells shells) {
        this.passkeys = passkeys;
        this.sites = sites;
        this.shells = shells;
    }

    /** What the phone is to sign, the same for everybody. */
    @Open(because = WHY)
    @PostMapping("/portal/at/{key}/passkey/challenge")
    ResponseEntity<String> asks(HttpServletRequest request, @PathVariable String key) {
        var site = sites.of(request);
        var practice = practice(key, request);
        if (site.isEmpty() || practice.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return json(passkeys.asksToSignIn(practice.get(), site.get(), request.getRemoteAddr()));
    }

    @Open(because = WHY)
    @PostMapping("/portal/at/{key}/passkey")
    Object enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String key,
            Tongue tongue,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String credential) {
        var site = sites.of(request);
        var practice = practice(key, request);
        if (site.isEmpty() || practice.isEmpty()) {
            return Next.to("/portal/sign-in");
        }
        var answer = new Passkeys.Answer(challenge, credential);
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return switch (passkeys.enter(practice.get(), answer, site.get(), request.getRemoteAddr(), agent)) {
            case Opened.Welcome welcome -> {
                PortalCookie.write(request, response, welcome.token());
                yield Next.to(MemberSignIn.PATH);
            }
            case Opened.Refused _ -> door(practice.get(), key, tongue, HttpStatus.UNPROCESSABLE_CONTENT);
            case Opened.TooMany _ -> door(practice.get(), key, tongue, HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private Object door(PracticeId practice, String key, Tongue tongue, HttpStatus status) {
        var says = tongue.say(status == HttpStatus.TOO_MANY_REQUESTS ? "in.tooMany" : "passkey.refused");
        var shell = shells.of(practice, tongue).orElseThrow();
        return DoorController.page(
                "door", status, new DoorController.Page(shell, key, Filled.blank("door"), says, true));
    }

    private Optional<PracticeId> practice(String key, HttpServletRequest request) {
        return Entrance.practice(key)
                .filter(id ->
                        shells.of(id, Tongue.of(PortalCookie.language(request))).isPresent());
    }

    /** Options as a script reads them; without them it was asked too often, or there are enough passkeys. */
    static ResponseEntity<String> json(Optional<String> options) {
        return options.map(text -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(text))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }
}
