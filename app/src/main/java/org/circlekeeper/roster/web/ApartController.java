package org.circlekeeper.roster.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.ChangesNothing;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Apart;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.GroupRules;
import org.circlekeeper.terms.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who is not to sit in one group with a member. It is a page of its own: the member's page, which others may be shown,
 * names nobody else.
 */
@Controller
@ConditionalOnWebApplication
public class ApartController {

    private static final int CANDIDATES = 200;

    private final GroupRules rules;
    private final Patients patients;
    private final Caseloads caseloads;
    private final Practices practices;
    private final AuditTrail audit;

    ApartController(GroupRules rules, Patients patients, Caseloads caseloads, Practices practices, AuditTrail audit) {
        this.rules = rules;
        this.patients = patients;
        this.caseloads = caseloads;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the page shows. {@code find} is what the list of people is searched by. */
    public record Page(String path, String name, List<Pair> pairs, String find, List<Choice> people, Filled form) {

        public Filled pairForm() {
            return form.name().equals("apart") ? form : Filled.blank("apart");
        }

        public Filled endForm(Pair pair) {
            var name = "end-" + pair.id();
            return form.name().equals(name) ? form : Filled.blank(name);
        }
    }

    /** One pair, from the member's side. */
    public record Pair(UUID id, String other, String href, boolean byOrder, String reason, String days, boolean open) {}

    @Needs(Permission.KEEP_GROUPS)
    @GetMapping("/patients/{id}/apart")
    ModelAndView show(SignedIn who, @PathVariable PatientId id) {
        return found(who, id, "");
    }

    @Needs(Permission.KEEP_GROUPS)
    @ChangesNothing
    @PostMapping("/patients/{id}/apart/search")
    ModelAndView found(SignedIn who, @PathVariable PatientId id, @RequestParam(defaultValue = "") String find) {
        return view(patient(id, who), who, find.strip(), Filled.blank(""));
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/patients/{id}/apart")
    Object keepApart(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var patient = patient(id, who);
        var form = Filled.in("apart", typed);
        var other = form.read("other", "Choose the other one.", PatientId::of).flatMap(patients::find);
        var reason = form.text("reason", "Say why in a few words, as in: relatives, an order of the court.");
        var from = form.day("from", "Choose the first day on which it holds.");
        var to = form.dayIfAny("to", "Choose the last day, or leave it empty.");
        to.filter(last -> from.isPresent() && last.isBefore(from.get()))
                .ifPresent(_ -> form.refuse("to", "It ends before it begins. Choose a later day."));
        if (other.isEmpty() || other.get().id().equals(id)) {
            form.refuse("other", "Choose the other one.");
        }
        if (form.isWrong()) {
            return view(patient, who, form.value("find"), form);
        }
        var days = new DateRange(from.orElseThrow(), to.orElse(null));
        rules.keepApart(id, other.orElseThrow().id(), form.has("order"), reason.orElseThrow(), days, who.actor());
        return Next.to("/patients/" + id + "/apart").saying("They are kept apart in every group from then on.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/patients/{id}/apart/{pair}/end")
    Object end(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID pair,
            @RequestParam Map<String, String> typed) {
        var patient = patient(id, who);
        var known = rules.apart(id).stream()
                .filter(one -> one.id().equals(pair))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Filled.in("end-" + pair, typed);
        var last = form.day("last", "Choose the last day on which they are kept apart.");
        last.filter(day -> day.isBefore(known.days().first()))
                .ifPresent(_ -> form.refuse("last", "It begins later than that. Choose a day after it."));
        if (form.isWrong()) {
            return view(patient, who, "", form);
        }
        rules.endApart(known, last.orElseThrow(), who.actor());
        return Next.to("/patients/" + id + "/apart").saying("After that day they may sit together.");
    }

    private Patient patient(PatientId id, SignedIn who) {
        caseloads.open(who, id);
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView view(Patient patient, SignedIn who, String find, Filled form) {
        var pairs = rules.apart(patient.id());
        var others =
                patients.byId(pairs.stream().map(pair -> other(pair, patient)).toList());
        var shown = new ArrayList<>(others.keySet());
        shown.add(patient.id());
        audit.shown(
                who.actor(),
                "who is kept apart",
                shown.stream().map(PatientId::value).toList(),
                "opened");
        if (form.name().isEmpty()) {
            form = Filled.blank("apart").with("from", practices.today());
        }
        var page = new Page(
                "/patients/" + patient.id() + "/apart",
                patient.name().toString(),
                pairs.stream().map(pair -> row(pair, patient, others)).toList(),
                find,
                candidates(who, patient, find),
                form);
        var view = new ModelAndView("org/circlekeeper/roster/web/apart", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static PatientId other(Apart pair, Patient patient) {
        return pair.one().equals(patient.id()) ? pair.other() : pair.one();
    }

    private Pair row(Apart pair, Patient patient, Map<PatientId, Patient> others) {
        var id = other(pair, patient);
        var other = others.get(id);
        var last = pair.days().last();
        return new Pair(
                pair.id(),
                other == null ? "" : other.name().toString(),
                "/patients/" + id,
                pair.byOrder(),
                pair.reason(),
                "from " + Words.day(pair.days().first()) + (last == null ? "" : " to " + Words.day(last)),
                last == null || last.isAfter(practices.today()));
    }

    private List<Choice> candidates(SignedIn who, Patient patient, String find) {
        var found = patients.search(find).stream()
                .filter(other -> !other.id().equals(patient.id()))
                .limit(CANDIDATES)
                .toList();
        audit.shown(
                who.actor(),
                "search for a member",
                found.stream().map(other -> other.id().value()).toList(),
                "to be kept apart");
        return found.stream()
                .map(other ->
                        new Choice(other.id().toString(), other.name() + ", born " + Words.day(other.birthDate())))
                .toList();
    }
}
