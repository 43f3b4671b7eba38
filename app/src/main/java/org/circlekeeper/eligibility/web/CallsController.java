package org.circlekeeper.eligibility.web;

import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.eligibility.CallSheet;
import org.circlekeeper.eligibility.DueList;
import org.circlekeeper.eligibility.Eligibility;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.OpenQuestions;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom to ring about whom: one call and one reference number for all members of a payer. */
@Controller("verificationCallsController")
@ConditionalOnWebApplication
public class CallsController {

    private static final String KEY = "call";

    private final DueList dueList;
    private final Eligibility eligibility;
    private final Practices practices;
    private final AuditTrail audit;

    CallsController(DueList dueList, Eligibility eligibility, Practices practices, AuditTrail audit) {
        this.dueList = dueList;
        this.eligibility = eligibility;
        this.practices = practices;
        this.audit = audit;
    }

    /** @param filled the form that was sent and is shown again; null when none was */
    public record Page(
            List<CallSheet.Call> calls,
            Practice practice,
            String today,
            @Nullable Filled filled) {

        public Filled form(CallSheet.Call call) {
            return filled != null && filled.value(KEY).equals(call.key())
                    ? filled
                    : Filled.blank("call-" + call.key()).with("day", today);
        }

        public String prefix(Listed line) {
            return CallsController.prefix(line);
        }

        public List<String> questions(Listed line) {
            return OpenQuestions.of(line);
        }

        public String born(Listed line) {
            return Words.birthDay(line.who().birthDate());
        }

        public String memberId(Listed line) {
            var insurance = line.who().insurance();
            return insurance == null ? "" : insurance.memberId();
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
    }

    /** What the fields about one member begin with. */
    static String prefix(Listed line) {
        var policy = line.who().policy();
        return line.who().patient() + "-" + (policy == null ? "" : policy.memberId()) + "-";
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/insurance/calls")
    ModelAndView show(SignedIn who) {
        return view(who, null);
    }

    private ModelAndView view(SignedIn who, @Nullable Filled form) {
        var calls = CallSheet.of(dueList.all()).calls();
        audit.shown(
                who.actor(),
                "whom to ask payers about",
                DeskController.patients(
                        calls.stream().flatMap(call -> call.members().stream()).toList()),
                "verification");
        var page = new Page(calls, practices.current(), practices.today().toString(), form);
        var view = new ModelAndView("org/circlekeeper/eligibility/web/calls", "page", page);
        if (form != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** One member who was spoken about. */
    private record Said(Policy policy, Benefits benefits) {}

    /** Whoever was not spoken about is left as they are. */
    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/insurance/calls")
    Object record(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("call-" + typed.getOrDefault(KEY, ""), typed);
        var call = CallSheet.of(dueList.all()).calls().stream()
                .filter(one -> one.key().equals(form.value(KEY)))
                .findFirst();
        if (call.isEmpty()) {
            return Next.to("/insurance/calls").refusing("Nothing is open with this payer any more.");
        }
        var heard = HeardForm.heard(form, practices.today());
        var spokenAbout = call.get().members().stream()
                .filter(line -> form.has(prefix(line) + "status"))
                .toList();
        if (spokenAbout.isEmpty()) {
            form.refuse("how", "Fill in at least one member: whether the plan is active.");
        }
        var said =
                spokenAbout.stream().flatMap(line -> said(form, line).stream()).toList();
        if (form.isWrong()) {
            return view(who, form);
        }
        said.forEach(one -> eligibility.record(one.policy(), heard.orElseThrow().with(one.benefits()), who.actor()));
        return Next.to("/insurance/calls")
                .saying(Words.count(said.size(), "answer", "answers") + " recorded under one reference.");
    }

    private static List<Said> said(Filled form, Listed line) {
        var policy = line.who().policy();
        return policy == null
                ? List.of()
                : HeardForm.benefits(form, prefix(line)).map(benefits -> new Said(policy, benefits)).stream()
                        .toList();
    }
}
