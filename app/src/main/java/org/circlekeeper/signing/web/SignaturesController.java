package org.circlekeeper.signing.web;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.Signature;
import org.circlekeeper.signing.Signatures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What was signed: by everybody, newest first, and by one member. */
@Controller
@ConditionalOnWebApplication
public class SignaturesController {

    private final Signatures signatures;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;

    SignaturesController(Signatures signatures, Patients patients, Practices practices, AuditTrail audit) {
        this.signatures = signatures;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the list of everybody shows. */
    public record Page(List<SignatureLine> lines) {}

    /** Everything the list of a member shows. */
    public record MemberPage(String member, String name, List<SignatureLine> lines) {}

    @Needs(Permission.SEE_SIGNATURES)
    @GetMapping("/signatures")
    ModelAndView all(SignedIn who) {
        var latest = signatures.latest();
        var shown = latest.stream().map(Signature::patient).distinct().toList();
        audit.shown(
                who.actor(),
                "list of signatures",
                shown.stream().map(PatientId::value).toList(),
                "what was signed");
        var names = patients.byId(shown);
        var zone = practices.current().zone();
        var lines = new ArrayList<SignatureLine>();
        for (var one : latest) {
            var patient = names.get(one.patient());
            if (patient != null) {
                lines.add(SignatureLine.of(one, patient.name().toString(), zone));
            }
        }
        return new ModelAndView("org/circlekeeper/signing/web/signatures", "page", new Page(lines));
    }

    @Needs(Permission.SEE_SIGNATURES)
    @GetMapping("/patients/{id}/signatures")
    ModelAndView ofOne(SignedIn who, @PathVariable PatientId id) {
        var name = patients.find(id)
                .map(patient -> patient.name().toString())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.shown(who.actor(), "signatures", List.of(id.value()), "member's signed papers");
        var zone = practices.current().zone();
        var lines = signatures.of(id).stream()
                .map(one -> SignatureLine.of(one, name, zone))
                .toList();
        return new ModelAndView(
                "org/circlekeeper/signing/web/member-signatures",
                "page",
                new MemberPage("/patients/" + id, name, lines));
    }
}
