package org.circlekeeper.claims.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.claims.Enrolments;
import org.circlekeeper.claims.Enrolments.Unsaid;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which payers know which leaders, all that nobody has said yet answered in one form. */
@Controller
@ConditionalOnWebApplication
public class EnrolmentsController {

    private static final String SOURCE = "source";
    private static final String REST = "rest";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Enrolments enrolments;
    private final PracticeRules rules;
    private final Practices practices;
    private final AuditTrail audit;

    EnrolmentsController(Enrolments enrolments, PracticeRules rules, Practices practices, AuditTrail audit) {
        this.enrolments = enrolments;
        this.rules = rules;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(List<Unsaid> unsaid, Filled form) {

        public String known(Unsaid pair) {
            return "known-" + pair.key();
        }

        public String from(Unsaid pair) {
            return "from-" + pair.key();
        }

        public String fromValue(Unsaid pair) {
            return form.has(from(pair))
                    ? form.value(from(pair))
                    : pair.firstDay().toString();
        }

        public boolean is(Unsaid pair, String answer) {
            return form.value(known(pair)).equals(answer);
        }

        public String claims(Unsaid pair) {
            return Words.count(pair.claims(), "claim", "claims") + ", the first of " + Words.day(pair.firstDay());
        }
    }

    @Needs(Permission.SEE_PAYERS)
    @GetMapping("/claims/enrolments")
    ModelAndView show(SignedIn who) {
        return view(Filled.blank("enrolments"));
    }

    /** Takes the answers that were given; whatever was left for later stays asked. */
    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/claims/enrolments")
    Object answer(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("enrolments", typed);
        var answers = new ArrayList<Enrolment>();
        for (var pair : enrolments.unsaid(practices.today())) {
            read(form, pair).ifPresent(answers::add);
        }
        if (answers.isEmpty()) {
            form.refuse(REST, "Answer at least one of them, or say that the others are known.");
        } else {
            form.text(SOURCE, "Say who says so: the payer's letter of which day, or who was asked when.");
        }
        if (form.isWrong()) {
            var view = view(form);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        for (var answer : answers) {
            rules.record(answer, who.actor());
            audit.did(who.actor(), "recorded an enrolment", "payer " + answer.payer(), answer.source());
        }
        return Next.to("/claims/enrolments")
                .saying(Words.count(answers.size(), "answer", "answers") + " recorded. Claims follow them at once.");
    }

    private Optional<Enrolment> read(Filled form, Unsaid pair) {
        var page = new Page(List.of(pair), form);
        var answer = form.value(page.known(pair));
        boolean known =
                answer.equals(YES) || answer.isEmpty() && form.value(REST).equals(YES);
        if (!known && !answer.equals(NO)) {
            return Optional.empty();
        }
        LocalDate from = form.dayIfAny(page.from(pair), "Choose the first day on which that holds.")
                .orElse(pair.firstDay());
        return Optional.of(new Enrolment(
                pair.leader(),
                pair.payer(),
                practices.current().npi(),
                known,
                new DateRange(from, null),
                form.value(SOURCE)));
    }

    private ModelAndView view(Filled form) {
        return new ModelAndView(
                "org/circlekeeper/claims/web/enrolments", "page", new Page(enrolments.unsaid(practices.today()), form));
    }
}
