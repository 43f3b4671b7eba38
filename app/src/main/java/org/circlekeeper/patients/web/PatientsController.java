package org.circlekeeper.patients.web;

import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The members of the practice: adding one, keeping what is known of one. */
@Controller
@ConditionalOnWebApplication
public class PatientsController {

    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;

    PatientsController(Patients patients, Practices practices, AuditTrail audit) {
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the form shows. {@code href} is the member's page, null for a new one. */
    public record FormPage(Filled form, @Nullable String href, String name, List<Choice> sexes) {}

    @Needs(Permission.KEEP_PATIENTS)
    @GetMapping("/patients/new")
    ModelAndView blank(SignedIn who) {
        return form(Filled.blank("member"), null);
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/new")
    Object add(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("member", typed);
        var read = PatientForm.read(form, patients.newId(), null, true, practices.today());
        if (read.isEmpty()) {
            return form(form, null);
        }
        patients.add(List.of(read.get()), who.actor(), "typed in");
        return Next.to("/patients/" + read.get().id())
                .saying("Added. A seat, the insurance and the diagnoses come next.");
    }

    @Needs(Permission.KEEP_PATIENTS)
    @GetMapping("/patients/{id}/edit")
    ModelAndView edit(SignedIn who, @PathVariable PatientId id) {
        var patient = patient(id);
        audit.shown(who.actor(), "form about a member", List.of(id.value()), "edit");
        return form(PatientForm.of(patient), patient);
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/edit")
    Object change(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var patient = patient(id);
        var form = Filled.in("member", typed);
        var read = PatientForm.read(form, id, patient.externalId(), form.has("active"), practices.today());
        if (read.isEmpty()) {
            return form(form, patient);
        }
        patients.change(read.get(), who.actor(), "typed in");
        return Next.to("/patients/" + id).saying("Saved.");
    }

    private Patient patient(PatientId id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView form(Filled form, @Nullable Patient patient) {
        var page = new FormPage(
                form,
                patient == null ? null : "/patients/" + patient.id(),
                patient == null ? "" : patient.name().toString(),
                PatientForm.SEXES);
        var view = new ModelAndView("org/circlekeeper/patients/web/patient-form", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }
}
