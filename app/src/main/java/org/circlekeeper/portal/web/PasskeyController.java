package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.frame.Next;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.Passkey;
import org.circlekeeper.portal.Passkeys;
import org.circlekeeper.portal.PortalCookie;
import org.circlekeeper.portal.PortalSignIns;
import org.circlekeeper.portal.Shell;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignInTimeStore;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The passkeys of whoever signed in: which there are, adding one and taking one away. One is added by who came in by
 * link and code, so that a phone that somebody laid aside makes no key for another.
 */
@Controller
@ConditionalOnWebApplication
public class PasskeyController {

    private static final String HREF = "/portal/passkeys";

    private final Passkeys passkeys;
    private final SignInTimeStore signIns;
    private final OwnSite sites;
    private final Shells shells;
    private final Practices practices;

    PasskeyController(Passkeys passkeys, SignInTimeStore signIns, OwnSite sites, Shells shells, Practices practices) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.sites = sites;
        this.shells = shells;
        this.practices = practices;
    }

    /** Everything the page shows. */
    public record Page(Shell shell, List<Line> lines, May may, String name, int longest) {
        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    /** One passkey, and when it was made and used. */
    public record Line(String name, String says, String remove) {}

    /** Whether one can be added now. */
    public enum May {
        ADD,
        /** Whoever came in with a passkey comes in by link and code first. */
        NOT_BY_PASSKEY,
        /** There are so many. */
        FULL,
        /** Browsers make none for this address. */
        NOT_HERE
    }

    @ForMembers(MemberPart.ANY)
    @GetMapping(HREF)
    ModelAndView show(HttpServletRequest request, SignedInMember who, Tongue tongue) {
        var lines = passkeys.of(who).stream().map(one -> line(one, tongue)).toList();
        var page = new Page(
                shells.of(who, tongue),
                lines,
                may(request, lines.size()),
                tongue.say("passkey.name.usual"),
                Passkeys.LONGEST_NAME);
        return new ModelAndView("org/circlekeeper/portal/web/passkeys", "page", page);
    }

    @ForMembers(MemberPart.ANY)
    @PostMapping(HREF + "/challenge")
    ResponseEntity<String> asks(
            HttpServletRequest request,
            SignedInMember who,
            Tongue tongue,
            @RequestParam(defaultValue = "") String name) {
        var site = sites.of(request);
        if (site.isEmpty() || !cameByCode(request)) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        return PasskeyDoorController.json(
                passkeys.asksToMake(who, name(name, tongue), site.get(), request.getRemoteAddr()));
    }

    /** The browser finds the door of the practice by itself from then on. */
    @ForMembers(MemberPart.ANY)
    @PostMapping(HREF)
    Next add(
            HttpServletRequest request,
            HttpServletResponse response,
            SignedInMember who,
            Tongue tongue,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String credential) {
        var answer = new Passkeys.Answer(challenge, credential);
        boolean added = cameByCode(request)
                && sites.of(request)
                        .filter(site -> passkeys.add(who, name(name, tongue), answer, site))
                        .isPresent();
        if (!added) {
            return Next.to(HREF).refusing(tongue.say("passkey.notAdded"));
        }
        PortalCookie.remember(request, response, Entrance.key(who.practice()));
        return Next.to(HREF).saying(tongue.say("passkey.added"));
    }

    @ForMembers(MemberPart.ANY)
    @PostMapping(HREF + "/{id}/removal")
    Next remove(SignedInMember who, Tongue tongue, @PathVariable UUID id) {
        if (!passkeys.remove(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Next.to(HREF).saying(tongue.say("passkey.removed"));
    }

    private May may(HttpServletRequest request, int there) {
        if (sites.of(request).isEmpty()) {
            return May.NOT_HERE;
        }
        if (there >= Passkeys.MOST) {
            return May.FULL;
        }
        return cameByCode(request) ? May.ADD : May.NOT_BY_PASSKEY;
    }

    private boolean cameByCode(HttpServletRequest request) {
        return signIns.of(request)
                .filter(begun -> begun.way() == PortalSignIns.Way.LINK_AND_CODE)
                .isPresent();
    }

    private Line line(Passkey passkey, Tongue tongue) {
        var zone = practices.current().zone();
        var made = tongue.say("passkey.made", tongue.moment(passkey.madeAt(), zone));
        var used = passkey.usedAt();
        return new Line(
                passkey.name(),
                made + " "
                        + (used == null
                                ? tongue.say("passkey.neverUsed")
                                : tongue.say("passkey.used", tongue.moment(used, zone))),
                HREF + "/" + passkey.id() + "/removal");
    }

    /** A name that is missing is the usual one, and one that is too long is cut: nothing else hangs on it. */
    private static String name(String typed, Tongue tongue) {
        var name = typed.replaceAll("\\p{Cntrl}+", " ").strip();
        if (name.isEmpty()) {
            return tongue.say("passkey.name.usual");
        }
        return name.codePointCount(0, name.length()) <= Passkeys.LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, Passkeys.LONGEST_NAME));
    }
}
