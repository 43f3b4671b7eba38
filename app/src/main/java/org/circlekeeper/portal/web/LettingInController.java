package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Stored;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxies.Granted;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.portal.ProxyId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How staff let a member in to their own pages, and those who act for them; and how they end it. */
@Controller
@ConditionalOnWebApplication
public class LettingInController {

    private final LettingInPages pages;
    private final Accounts accounts;
    private final Proxies proxies;
    private final Patients patients;
    private final Documents documents;

    LettingInController(
            LettingInPages pages, Accounts accounts, Proxies proxies, Patients patients, Documents documents) {
        this.pages = pages;
        this.accounts = accounts;
        this.proxies = proxies;
        this.patients = patients;
        this.documents = documents;
    }

    @Needs(Permission.LET_MEMBERS_IN)
    @GetMapping("/patients/{id}/portal")
    ModelAndView show(HttpServletRequest request, SignedIn who, @PathVariable PatientId id) {
        return pages.page(pages.open(who, id), who, OwnAddress.of(request), null, LettingInPages.blank());
    }

    /** The invitation is shown in the answer itself: its code stands in no address and no cookie. */
    @Needs(Permission.LET_MEMBERS_IN)
    @PostMapping("/patients/{id}/portal/invitation")
    ModelAndView invite(HttpServletRequest request, SignedIn who, @PathVariable PatientId id) {
        var patient = pages.open(who, id);
        var base = OwnAddress.of(request);
        var invitation = accounts.invite(id, base, who.actor());
        return pages.page(
                patient, who, base, pages.told(invitation, patient.name().toString()), LettingInPages.blank());
    }

    @Needs(Permission.LET_MEMBERS_IN)
    @PostMapping("/patients/{id}/portal/end")
    Next close(SignedIn who, @PathVariable PatientId id) {
        pages.open(who, id);
        var back = Next.to(href(id));
        return accounts.close(id, who.actor())
                ? back.saying("Closed. Whoever was signed in as them is signed out now.")
                : back.refusing("They had no access that could be closed.");
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/portal/proxies")
    Object grant(
            HttpServletRequest request,
            SignedIn who,
            @PathVariable PatientId id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile authority)
            throws IOException {
        var patient = patient(id);
        var form = Filled.in("proxy", typed);
        var grant = shownBy(read(form), authority, patient, form, who);
        if (grant.isPresent()) {
            switch (granted(patient, grant.get(), who)) {
                case Granted.Done _ -> {
                    return Next.to(href(id))
                            .saying(
                                    "Granted. Now invite them: the link goes by e-mail, the code you tell them yourself.");
                }
                case Granted.OfAge ofAge ->
                    form.refuse(
                            "relation",
                            "The member is of age since " + Words.day(ofAge.since())
                                    + ": only a representative of an adult can act for them.");
                case Granted.DecidesAlone alone ->
                    form.refuse(
                            "asked",
                            "The member consented to their own care on " + Words.day(alone.since())
                                    + ": a parent acts for them only when they ask for it. Ask them, and tick the box"
                                    + " when they said yes.");
                case Granted.KnownOtherwise(var sentence) -> form.refuse("email", sentence);
                case Granted.Already _ -> form.refuse("email", "Somebody with this address acts for them already.");
            }
        }
        return pages.page(patient, who, OwnAddress.of(request), null, form);
    }

    /** The document that was handed in is kept first, and taken off again when nothing is granted on it. */
    private Granted granted(Patient patient, Proxies.Grant grant, SignedIn who) {
        var granted = proxies.grant(patient, grant, who.actor());
        var kept = grant.authority();
        if (kept != null && !(granted instanceof Granted.Done)) {
            documents.remove(kept, "What it was handed in for was not granted.", who.actor());
        }
        return granted;
    }

    /** What is granted with its document; empty when that is missing where it must be there, or cannot be kept. */
    private Optional<Proxies.Grant> shownBy(
            Optional<Proxies.Grant> read, @Nullable MultipartFile authority, Patient patient, Filled form, SignedIn who)
            throws IOException {
        if (read.isEmpty()) {
            return read;
        }
        var grant = read.get();
        if (authority == null || authority.isEmpty()) {
            if (grant.needsAuthority()) {
                form.refuse("authority", "Choose the document itself: without it they sign nothing for the member.");
            }
            return form.isWrong() ? Optional.empty() : read;
        }
        var file = authority.getInputStream();
        return switch (documents.store(
                DocumentKind.AUTHORITY, patient.id().value(), grant.document(), file, who.actor())) {
            case Stored.Kept kept -> Optional.of(grant.shownBy(kept.id()));
            case Stored.Refused refused -> {
                form.refuse("authority", refused.sentence());
                yield Optional.empty();
            }
        };
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/portal/proxies/{proxy}/invitation")
    ModelAndView inviteProxy(
            HttpServletRequest request, SignedIn who, @PathVariable PatientId id, @PathVariable ProxyId proxy) {
        var patient = patient(id);
        var standing = proxy(id, proxy);
        var base = OwnAddress.of(request);
        var invitation = accounts.invite(standing, base, who.actor());
        return pages.page(patient, who, base, pages.told(invitation, standing.name()), LettingInPages.blank());
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/portal/proxies/{proxy}/end")
    Object end(
            HttpServletRequest request,
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable ProxyId proxy,
            @RequestParam Map<String, String> typed) {
        var patient = patient(id);
        var standing = proxy(id, proxy);
        var form = Filled.in("end-" + proxy, typed);
        var why = form.text("why", "Say why, in a few words.");
        if (form.isWrong()) {
            return pages.page(patient, who, OwnAddress.of(request), null, form);
        }
        return proxies.end(standing, why.orElseThrow(), who.actor())
                ? Next.to(href(id)).saying("Ended. They see nothing of this member any more.")
                : Next.to(href(id)).refusing("It had ended already.");
    }

    private Optional<Proxies.Grant> read(Filled form) {
        var name = form.text("name", "Write who acts for them.");
        var email = form.read("email", "Write one e-mail address, as in ana@example.org.", LettingInController::plain);
        if (!form.value("agreed").equals("yes")) {
            form.refuse(
                    "agreed", "Ask them first whether a link may go by e-mail, and tick the box when they said yes.");
        }
        var relation = form.read("relation", "Choose why they may act.", Proxy.Relation::valueOf);
        var parts = parts(form);
        if (parts.isEmpty()) {
            form.refuse("parts", "Tick at least one of the three.");
        }
        var document = form.text("document", "Write which document shows it, and where it is kept.");
        var first = form.day("from", "Choose the first day.");
        var last = form.dayIfAny("to", "Choose the last day, or leave it empty.");
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            form.refuse("to", "It would end before it begins. Check both dates.");
        }
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(grant(name, email, relation, parts, document, first, last))
                        .map(grant -> form.value("asked").equals("yes") ? grant.atTheirWish() : grant);
    }

    private static Proxies.Grant grant(
            Optional<String> name,
            Optional<String> email,
            Optional<Proxy.Relation> relation,
            Set<MemberPart> parts,
            Optional<String> document,
            Optional<LocalDate> first,
            Optional<LocalDate> last) {
        return new Proxies.Grant(
                name.orElseThrow(),
                email.orElseThrow(),
                relation.orElseThrow(),
                parts,
                document.orElseThrow(),
                null,
                first.orElseThrow(),
                last.orElse(null));
    }

    private static Set<MemberPart> parts(Filled form) {
        var parts = EnumSet.noneOf(MemberPart.class);
        Arrays.stream(MemberPart.values())
                .filter(part -> form.has("part-" + part))
                .forEach(parts::add);
        parts.remove(MemberPart.ANY);
        return parts;
    }

    private Patient patient(PatientId id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Proxy proxy(PatientId id, ProxyId proxy) {
        return proxies.of(id, proxy)
                .filter(one -> one.ended() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String href(PatientId id) {
        return "/patients/" + id + "/portal";
    }

    private static String plain(String address) {
        if (!Recipient.isPlain(address)) {
            throw new IllegalArgumentException("Not one plain address");
        }
        return address;
    }
}
