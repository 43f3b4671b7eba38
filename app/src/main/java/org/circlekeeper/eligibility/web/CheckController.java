package org.circlekeeper.eligibility.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.AskedFile;
import org.circlekeeper.eligibility.BenefitWords;
import org.circlekeeper.eligibility.DueList;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.QuestionStatus;
import org.circlekeeper.eligibility.Run;
import org.circlekeeper.eligibility.Runs;
import org.circlekeeper.eligibility.Verdict;
import org.circlekeeper.eligibility.Ways;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Money;
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

/** One press that asks about everybody who is due: what it would ask and cost first, then how far it is. */
@Controller
@ConditionalOnWebApplication
public class CheckController {

    private static final int LATEST = 50;
    private static final String YES = "yes";

    private final DueList dueList;
    private final Runs runs;
    private final Ways ways;
    private final Practices practices;
    private final AuditTrail audit;

    CheckController(DueList dueList, Runs runs, Ways ways, Practices practices, AuditTrail audit) {
        this.dueList = dueList;
        this.runs = runs;
        this.ways = ways;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * What a press would do.
     *
     * @param byFile how many of each payer, by its name
     * @param byPerson the same of payers that a person inside the United States asks alone
     * @param price of one check; null while nobody has said
     */
    public record Check(
            Map<String, Long> byFile,
            Map<String, Long> byPerson,
            @Nullable Money price) {

        public long people() {
            return sum(byFile) + sum(byPerson);
        }

        public long withoutPerson() {
            return sum(byFile);
        }

        private static long sum(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        public String cost() {
            return price == null
                    ? "Nobody has said what one check costs."
                    : "One check costs " + price + ": " + price.times(people()) + " in all.";
        }
    }

    @Needs(Permission.KEEP_COVERAGE)
    @GetMapping("/insurance/check")
    ModelAndView check(SignedIn who) {
        var lines = dueList.all();
        var page = new Check(
                counts(lines, Verdict.Kind.DUE),
                counts(lines, Verdict.Kind.DUE_BY_PERSON),
                ways.setting().price());
        return new ModelAndView("org/circlekeeper/eligibility/web/check", "page", page);
    }

    private static Map<String, Long> counts(List<Listed> lines, Verdict.Kind kind) {
        return lines.stream()
                .filter(line -> line.verdict().kind() == kind)
                .collect(groupingBy(DeskPage::payer, TreeMap::new, counting()));
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/insurance/runs")
    Next start(SignedIn who, @RequestParam(defaultValue = "") String inside) {
        return switch (runs.start(inside.equals(YES), who.actor())) {
            case Runs.Started.Under under ->
                Next.to("/insurance/runs/" + under.run())
                        .saying(Words.count(under.people(), "question", "questions")
                                + " put. You can leave this page.");
            case Runs.Started.Nobody nobody -> Next.to("/insurance").refusing(nobody.why());
        };
    }

    /** The runs, the latest first. */
    public record All(List<Run> runs, ZoneId zone) {

        public String when(Run run) {
            return Words.moment(run.startedAt(), zone);
        }

        public Tone tone(Run run) {
            return run.open() > 0 ? Tone.WAIT : run.in(QuestionStatus.REJECTED) > 0 ? Tone.BAD : Tone.GOOD;
        }

        public String word(Run run) {
            return run.settled() + " of " + run.people();
        }
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/insurance/runs")
    ModelAndView all(SignedIn who) {
        var page = new All(runs.latest(LATEST), practices.current().zone());
        return new ModelAndView("org/circlekeeper/eligibility/web/runs", "page", page);
    }

    /** One run. */
    public record One(Run run, List<Runs.Result> results, List<AskedFile> files, ZoneId zone) {

        public String title() {
            return run.settled() + " of " + run.people() + " answered or settled";
        }

        public String started() {
            return "Started by " + run.startedBy() + ", " + Words.moment(run.startedAt(), zone)
                    + (run.insideUs() ? ", inside the United States" : "")
                    + (run.cost() == null ? "." : ", for " + run.cost() + ".");
        }

        public Tone tone(Runs.Result result) {
            return switch (result.question().status()) {
                case ANSWERED -> Tone.GOOD;
                case REJECTED -> Tone.BAD;
                case QUEUED, WRITTEN, SENT -> Tone.WAIT;
                case WITHDRAWN -> Tone.CALM;
            };
        }

        public String says(Runs.Result result) {
            Answer answer = result.answer();
            if (answer == null || result.question().status() != QuestionStatus.ANSWERED) {
                return result.question().said().isEmpty()
                        ? result.question().why()
                        : result.question().said();
            }
            return "The plan is " + BenefitWords.status(answer.benefits().status()) + ". Group therapy: "
                    + BenefitWords.covered(answer.benefits().covered()) + ".";
        }

        public String href(Runs.Result result) {
            return "/patients/" + result.question().policy().patient() + "/benefits";
        }

        public String when(AskedFile file) {
            return Words.moment(file.putAt(), zone);
        }

        public String state(AskedFile file) {
            if (!file.trouble().isEmpty()) {
                return "Called back. " + file.trouble();
            }
            return file.sentAt() == null ? "Waits to leave." : "Left for the folder outbox/270.";
        }
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/insurance/runs/{id}")
    ModelAndView one(SignedIn who, @PathVariable UUID id) {
        var run = runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var results = runs.results(id);
        audit.shown(
                who.actor(),
                "a run of questions about insurance",
                results.stream()
                        .map(result -> result.question().policy().patient().value())
                        .distinct()
                        .toList(),
                "verification");
        var page = new One(run, results, runs.files(id), practices.current().zone());
        return new ModelAndView("org/circlekeeper/eligibility/web/run", "page", page);
    }
}
