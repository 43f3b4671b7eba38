package org.circlekeeper.eligibility.web;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.DueList;
import org.circlekeeper.eligibility.Eligibility;
import org.circlekeeper.eligibility.Insured;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.OpenQuestions;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.eligibility.Runs;
import org.circlekeeper.eligibility.Ways;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What payers said of one member, with the evidence; asked again, or written down as somebody heard it. */
@Controller
@ConditionalOnWebApplication
public class BenefitsController {

    private static final String YES = "yes";
    private static final String POLICY = "policy";

    private final DueList dueList;
    private final Eligibility eligibility;
    private final Runs runs;
    private final Ways ways;
    private final Patients patients;
    private final Payers payers;
    private final Practices practices;
    private final AuditTrail audit;

    BenefitsController(
            DueList dueList,
            Eligibility eligibility,
            Runs runs,
            Ways ways,
            Patients patients,
            Payers payers,
            Practices practices,
            AuditTrail audit) {
        this.dueList = dueList;
        this.eligibility = eligibility;
        this.runs = runs;
        this.ways = ways;
        this.patients = patients;
        this.payers = payers;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * Everything the page shows.
     *
     * @param lines one of each insurance in force
     * @param history every answer, the latest first
     * @param names of payers
     * @param waits whether they wait for a seat: then their word is asked for
     */
    public record Page(
            PatientId id,
            String name,
            List<Listed> lines,
            List<Answer> history,
            Map<UUID, String> names,
            boolean waits,
            boolean agreed,
            Filled form,
            ZoneId zone) {

        public List<Choice> policies() {
            return lines.stream()
                    .flatMap(line -> Optional.ofNullable(line.who().policy()).stream()
                            .map(policy -> new Choice(
                                    BenefitsController.key(policy), DeskPage.payer(line) + ", " + policy.memberId())))
                    .toList();
        }

        public String key(Listed line) {
            var policy = line.who().policy();
            return policy == null ? "" : BenefitsController.key(policy);
        }

        public List<String> questions(Listed line) {
            return line.needsCall() || line.verdict().kind().isOpen() ? OpenQuestions.of(line) : List.of();
        }

        public boolean mayAskAgain(Listed line) {
            return switch (line.verdict().kind()) {
                case DUE, DUE_BY_PERSON, FINE, GAP, CORRECT, LATER -> true;
                case BY_HAND, UNDER_WAY, NOT_ASKED -> false;
            };
        }

        public String payer(Answer answer) {
            return names.getOrDefault(answer.policy().payer(), "");
        }

        /** As in {@code a phone call of Mon 23 Nov 2026, reference R-1, answered by Kim; recorded by Rosa Diaz}. */
        public String source(Answer answer) {
            var heard = answer.heard();
            return heard.how().onScreen() + " for " + Words.day(heard.standsFor())
                    + (heard.reference().isEmpty() ? "" : ", reference " + heard.reference())
                    + (heard.answeredBy().isEmpty() ? "" : ", answered by " + heard.answeredBy()) + "; recorded by "
                    + heard.recordedBy() + (heard.how().byHand() ? "" : ", " + Words.moment(heard.at(), zone));
        }

        public String good(Answer answer) {
            return "Relied upon through " + Words.day(answer.good().through()) + ": "
                    + answer.good().why() + ".";
        }

        public List<Choice> hows() {
            return HeardForm.HOWS;
        }

        public List<Choice> statuses() {
            return HeardForm.STATUSES;
        }

        public List<Choice> covered() {
            return HeardForm.COVERED;
        }

        public List<Choice> needs() {
            return HeardForm.NEEDS;
        }

        public String path() {
            return "/patients/" + id + "/benefits";
        }
    }

    private static String key(Policy policy) {
        return policy.payer() + ":" + policy.memberId();
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/patients/{id}/benefits")
    ModelAndView show(SignedIn who, @PathVariable PatientId id) {
        return view(who, patient(id), Filled.blank("heard").with("day", practices.today()));
    }

    private ModelAndView view(SignedIn who, Patient patient, Filled form) {
        var lines = dueList.of(patient.id());
        audit.shown(who.actor(), "insurance of a member", List.of(patient.id().value()), "verification");
        var page = new Page(
                patient.id(),
                patient.name().toString(),
                lines,
                eligibility.of(patient.id()),
                payers.all().stream().collect(toMap(Payer::id, Payer::name)),
                lines.stream().anyMatch(line -> line.who().standing() == Insured.Standing.WAITS),
                ways.hasAgreed(patient.id(), practices.today()),
                form,
                practices.current().zone());
        var view = new ModelAndView("org/circlekeeper/eligibility/web/benefits", "page", page);
        if (form.isWrong()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/benefits")
    Object record(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var patient = patient(id);
        var form = Filled.in("heard", typed);
        var policy = policy(id, form.value(POLICY));
        if (policy.isEmpty()) {
            form.refuse(POLICY, "Choose the insurance it is about.");
        }
        var heard = HeardForm.heard(form, practices.today());
        var benefits = HeardForm.benefits(form, "");
        if (form.isWrong()) {
            return view(who, patient, form);
        }
        eligibility.record(policy.orElseThrow(), heard.orElseThrow().with(benefits.orElseThrow()), who.actor());
        return Next.to("/patients/" + id + "/benefits").saying("Recorded what the payer says.");
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/benefits/question")
    Next ask(
            SignedIn who,
            @PathVariable PatientId id,
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(defaultValue = "") String inside) {
        patient(id);
        var next = Next.to("/patients/" + id + "/benefits");
        var asked = policy(id, policy);
        if (asked.isEmpty()) {
            return next.refusing("This insurance is not in force any more.");
        }
        return switch (runs.again(asked.get(), inside.equals(YES), who.actor())) {
            case Runs.Started.Under _ -> next.saying("The payer is asked. The answer shows here when it comes.");
            case Runs.Started.Nobody nobody -> next.refusing(nobody.why());
        };
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/benefits/agreement")
    Next agree(
            SignedIn who,
            @PathVariable PatientId id,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String source) {
        patient(id);
        var next = Next.to("/patients/" + id + "/benefits");
        if (!agrees.equals(YES)) {
            ways.disagree(id, who.actor());
            runs.takeBack(id, who.actor());
            return next.saying("Their insurance is not asked about while they wait.");
        }
        if (source.isBlank() || source.length() > 200) {
            return next.refusing("Say when and how they agreed, in at most 200 characters.");
        }
        ways.agree(id, practices.today(), source.strip(), who.actor());
        return next.saying("Recorded that their insurance may be asked about.");
    }

    private Optional<Policy> policy(PatientId id, String key) {
        return dueList.of(id).stream()
                .flatMap(line -> Optional.ofNullable(line.who().policy()).stream())
                .filter(policy -> key(policy).equals(key))
                .findFirst();
    }

    private Patient patient(PatientId id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
