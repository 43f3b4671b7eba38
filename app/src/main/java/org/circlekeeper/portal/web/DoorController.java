package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.KnownPractice;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.People;
import org.circlekeeper.forms.Language;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.PortalCookie;
import org.circlekeeper.portal.PortalSignIns;
import org.circlekeeper.portal.Shell;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The door of the members' own pages: asking for a link, choosing a language, signing out. */
@Controller
@ConditionalOnWebApplication
public class DoorController {

    private static final String WHY =
            "Nobody is signed in before signing in; tries are counted, and no answer says whether"
                    + " an address is known.";

    private final Entrance entrance;
    private final PortalSignIns signIns;
    private final Shells shells;
    private final People people;
    private final OwnSite sites;

    DoorController(Entrance entrance, PortalSignIns signIns, Shells shells, People people, OwnSite sites) {
        this.entrance = entrance;
        this.signIns = signIns;
        this.shells = shells;
        this.people = people;
        this.sites = sites;
    }

    /**
     * Everything the page shows.
     *
     * @param key stands for the practice
     * @param held why nobody comes in right now; null while nothing stands against it
     * @param passkeys whether there are any for the address under which this server was asked
     */
    public record Page(
            Shell shell, String key, Filled form, @Nullable String held, boolean passkeys) {
        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    @Open(because = WHY)
    @GetMapping("/portal/sign-in")
    Object find(HttpServletRequest request, Tongue tongue, @RequestParam(defaultValue = "") String ended) {
        if (request.getAttribute(MemberSignIn.class.getName()) != null) {
            return Next.to(MemberSignIn.PATH);
        }
        return known(request)
                .map(Entrance::at)
                .<Object>map(door -> ended.isEmpty()
                        ? Next.to(door)
                        : Next.to(door).refusing(tongue.say(ended.equals("kept") ? "door.kept" : "door.ended")))
                .orElseGet(() -> whose(HttpStatus.OK, request));
    }

    /** Where this browser was last; else the only practice of the home. */
    private Optional<PracticeId> known(HttpServletRequest request) {
        var all = people.practices().stream().map(KnownPractice::id).toList();
        return PortalCookie.practice(request)
                .flatMap(Entrance::practice)
                .filter(all::contains)
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    @Open(because = WHY)
    @GetMapping("/portal/at/{key}")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response, @PathVariable String key) {
        var shell = shell(key, request);
        if (shell.isEmpty()) {
            return whose(HttpStatus.NOT_FOUND, request);
        }
        PortalCookie.remember(request, response, key);
        boolean passkeys = sites.of(request).isPresent();
        return page("door", HttpStatus.OK, new Page(shell.get(), key, Filled.blank("door"), null, passkeys));
    }

    @Open(because = WHY)
    @PostMapping("/portal/at/{key}")
    ModelAndView ask(HttpServletRequest request, @PathVariable String key, @RequestParam Map<String, String> typed) {
        var shell = shell(key, request);
        if (shell.isEmpty()) {
            return whose(HttpStatus.NOT_FOUND, request);
        }
        var form = Filled.in("door", typed);
        boolean passkeys = sites.of(request).isPresent();
        var tooMany = shell.get().say("door.tooMany", shell.get().phone());
        var email = form.read("email", shell.get().say("door.email.wrong"), DoorController::plain);
        if (email.isEmpty()) {
            return page("door", HttpStatus.UNPROCESSABLE_CONTENT, new Page(shell.get(), key, form, null, passkeys));
        }
        var practice = Entrance.practice(key).orElseThrow();
        return entrance.ask(practice, email.get(), request.getRemoteAddr(), OwnAddress.of(request))
                ? page("sent", HttpStatus.OK, new Page(shell.get(), key, Filled.blank("door"), null, passkeys))
                : page("door", HttpStatus.TOO_MANY_REQUESTS, new Page(shell.get(), key, form, tooMany, passkeys));
    }

    @Open(because = "A language is chosen before anybody signs in, and tells nothing.")
    @PostMapping("/portal/language")
    View speak(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String back) {
        Language.tagged(language).ifPresent(chosen -> PortalCookie.speak(request, response, chosen));
        return Next.to(Next.isInside(back) && MemberSignIn.isPath(back) ? back : MemberSignIn.PATH);
    }

    @Open(because = "Ending a sign-in needs nothing but the sign-in, and does no harm without one.")
    @PostMapping("/portal/sign-out")
    View leave(HttpServletRequest request, HttpServletResponse response, Tongue tongue) {
        PortalCookie.read(request).ifPresent(signIns::end);
        PortalCookie.clear(request, response);
        return Next.to("/portal/sign-in").saying(tongue.say("page.signedOut"));
    }

    @ForMembers(MemberPart.ANY)
    @GetMapping("/portal/still-here")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }

    private Optional<Shell> shell(String key, HttpServletRequest request) {
        return Entrance.practice(key).flatMap(id -> shells.of(id, Tongue.of(PortalCookie.language(request))));
    }

    private static ModelAndView whose(HttpStatus status, HttpServletRequest request) {
        var view = new ModelAndView(
                "org/circlekeeper/portal/web/whose", "page", Shells.ofNone(Tongue.of(PortalCookie.language(request))));
        view.setStatus(status);
        return view;
    }

    static ModelAndView page(String name, HttpStatus status, Page page) {
        var view = new ModelAndView("org/circlekeeper/portal/web/" + name, "page", page);
        view.setStatus(status);
        return view;
    }

    private static String plain(String address) {
        if (!Recipient.isPlain(address)) {
            throw new IllegalArgumentException("Not one plain address");
        }
        return address;
    }
}
