package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.PortalCookie;
import org.circlekeeper.portal.PortalSignIns;
import org.circlekeeper.portal.Shell;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Asks whoever acts for several members whom the pages are about, one at a time. */
@Controller
@ConditionalOnWebApplication
public class WhomController {

    private final PortalSignIns signIns;
    private final Shells shells;
    private final Patients patients;
    private final AuditTrail audit;

    WhomController(PortalSignIns signIns, Shells shells, Patients patients, AuditTrail audit) {
        this.signIns = signIns;
        this.shells = shells;
        this.patients = patients;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(Shell shell, List<Choice> choices) {
        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    /** One of them. */
    public record Choice(PatientId member, String name, boolean now) {}

    @ForMembers(MemberPart.ANY)
    @GetMapping("/portal/whom")
    ModelAndView show(HttpServletRequest request, SignedInMember who, Tongue tongue) {
        var all = signIns.all(token(request));
        var names = patients.byId(all);
        audit.shown(
                who.actor(),
                "for whom one acts",
                all.stream().map(PatientId::value).toList(),
                "members' pages");
        var choices = all.stream()
                .map(id -> new Choice(
                        id, Objects.requireNonNull(names.get(id)).name().toString(), id.equals(who.acting())))
                .toList();
        return new ModelAndView("org/circlekeeper/portal/web/whom", "page", new Page(shells.of(who, tongue), choices));
    }

    @ForMembers(MemberPart.ANY)
    @PostMapping("/portal/whom")
    Next choose(HttpServletRequest request, SignedInMember who, Tongue tongue, @RequestParam PatientId member) {
        if (!signIns.act(token(request), member, who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Next.to("/portal");
    }

    private static String token(HttpServletRequest request) {
        return PortalCookie.read(request).orElseThrow();
    }
}
