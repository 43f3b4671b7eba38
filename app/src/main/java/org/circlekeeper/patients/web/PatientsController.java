package org.circlekeeper.patients.web;

import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The members of the practice: finding one, adding one, keeping what is known of one. */
@Controller
@ConditionalOnWebApplication
public class PatientsController {

    private static final int MOST = 500;

    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;

    PatientsController(Patients patients, Practices practices, AuditTrail audit) {
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the list shows. {@code words} is what was searched for. */
    public record Page(List<Row> rows, String words, boolean more) {

        public String caption() {
            return words.isEmpty()
                    ? Words.count(rows.size(), "member", "members")
                    : Words.count(rows.size(), "member matches", "members match");
        }
    }

    /** One member. */
    public record Row(String href, String name, String born, String phone, String formerId, boolean active) {}

    /** Everything the form shows. {@code href} is the member's page, null for a new one. */
    public record FormPage(Filled form, @Nullable String href, String name, List<Choice> sexes) {}

    @Bean
    static NavEntry membersEntry() {
        return new NavEntry(300, "Members", "/patients", "m", Permission.SEE_PATIENTS);
    }

    @Needs(Permission.SEE_PATIENTS)
    @GetMapping("/patients")
    ModelAndView list(SignedIn who, @RequestParam(defaultValue = "") String q) {
        var found = patients.search(q);
        audit.shown(
                who.actor(),
                "list of members",
                found.stream().map(patient -> patient.id().value()).toList(),
                q.isBlank() ? "all members" : "search");
        var rows = found.stream().map(PatientsController::row).toList();
        var page = new Page(rows, q.strip(), rows.size() == MOST);
        return new ModelAndView("org/circlekeeper/patients/web/patients", "page", page);
    }

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

    private static Row row(Patient patient) {
        var phone = patient.phone();
        var former = patient.externalId();
        return new Row(
                "/patients/" + patient.id(),
                patient.name().last()
                        + (patient.name().first().isEmpty()
                                ? ""
                                : ", " + patient.name().first()),
                Words.day(patient.birthDate()),
                phone == null ? "" : phone.toString(),
                former == null ? "" : former,
                patient.active());
    }
}
