package org.circlekeeper.coverage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Sha256;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.review.Review;
import org.springframework.stereotype.Component;

/**
 * Writes down what payers answer in files: bytes first, by their hash, and each answer once, whatever the order in
 * which files come and however often. It is matched by the trace number of the request (005010X217, 2000E TRN02), or by
 * BHT03 where the payer has not looked at the event; never by a name.
 */
@Component
class ReadAuthorizationAnswers implements Duty<AnswerFolder.Found> {

    private static final String PAGE = "/authorizations";
    private static final Actor.Duty SELF = new Actor.Duty("read-authorization-answers");

    private final AnswerFolder folder;
    private final AnswerStore store;
    private final AskingStore requests;
    private final Asking asking;
    private final DecisionClocks clocks;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    ReadAuthorizationAnswers(
            AnswerFolder folder,
            AnswerStore store,
            AskingStore requests,
            Asking asking,
            DecisionClocks clocks,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.folder = folder;
        this.store = store;
        this.requests = requests;
        this.asking = asking;
        this.clocks = clocks;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String id() {
        return SELF.id();
    }

    @Override
    public String promise() {
        return "What a payer answers about an authorization in a file is kept as it came and written down once.";
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.KEEP_COVERAGE,
                new Manner.Agreement(
                        Permission.KEEP_COVERAGE,
                        "Write down the answers",
                        "Write down the answers of %d files.",
                        "Write them all down"));
    }

    @Override
    public int place() {
        return 24;
    }

    @Override
    public boolean keepsPromise() {
        return true;
    }

    @Override
    public List<Step<AnswerFolder.Found>> plan(Work work) {
        var steps = new ArrayList<Step<AnswerFolder.Found>>();
        for (var file : folder.files(work.practice(), one -> !store.isKnown(one.sha256()) && isOurs(one))) {
            steps.add(new Step.Act<>(
                    "answers:" + file.sha256().substring(0, 16),
                    file,
                    Because.of(
                            Words.count(file.answers(), "answer", "answers")
                                    + " of a payer about authorizations lie in the inbox.",
                            new Evidence("The file " + file.name() + ".", PAGE, work.now()))));
        }
        folder.tooLarge().forEach(name -> steps.add(tooLarge(name, work)));
        return steps;
    }

    private static Step<AnswerFolder.Found> tooLarge(String name, Work work) {
        return new Step.Ask<>(
                "large:" + Sha256.hex(name).substring(0, 16),
                "The file " + name + " in the inbox is larger than 16 MB and was not read. Ask the payer for smaller"
                        + " ones, or write down its answers by hand, and take it out of the inbox.",
                PAGE,
                Because.of(
                        "Answers of payers are read up to 16 MB a file.",
                        new Evidence("The file lies in the inbox.", PAGE, work.now())));
    }

    /**
     * A file of another practice of this home is none of ours: the provider's NPI or our trace number says whose it is.
     */
    private boolean isOurs(AnswerFolder.Found file) {
        var npi = practices.current().npi().value();
        return file.providers().contains(npi)
                || file.traces().stream().anyMatch(trace -> request(trace).isPresent());
    }

    @Override
    public void perform(Work work, AnswerFolder.Found file) {
        var content = folder.open(file)
                .orElseThrow(() -> new StepRefused("The file was changed or taken away. It is looked at again."));
        audit.hold();
        if (!store.keep(file.sha256(), file.name(), content.bytes(), clock.instant())) {
            return;
        }
        if (!(content.ending() instanceof X12Ending.Whole)) {
            store.outcome(
                    file.sha256(),
                    "Nothing of it was written down. " + content.ending().sentence(),
                    0);
            audit.did(SELF, "parked answers of a payer", "file " + file.sha256().substring(0, 16), "not whole");
            return;
        }
        int posted = 0;
        var left = new ArrayList<String>();
        for (var answer : content.answers()) {
            var said = post(answer, work);
            if (said.isEmpty()) {
                posted++;
            } else {
                left.add(said);
            }
        }
        var outcome = Words.count(posted, "request is answered.", "requests are answered.")
                + (left.isEmpty()
                        ? ""
                        : " " + String.join(" ", left.stream().distinct().toList()));
        store.outcome(file.sha256(), outcome, posted);
        audit.did(SELF, "read answers of a payer", "file " + file.sha256().substring(0, 16), posted + " written down");
    }

    /** Empty when it was written down; else why a person has to look. */
    private String post(Review answer, Work work) {
        var request = request(answer);
        if (request.isEmpty()) {
            return "One answer matches no request: its trace number is not ours.";
        }
        var asked = request.get();
        var payersClock = clocks.of(asked.payer(), work.today());
        var late =
                "One answer changes nothing: its request is " + asked.status().onScreen() + " already.";
        return switch (ReviewAnswer.of(answer, asked, payersClock, work.today())) {
            case ReviewAnswer.Says says -> asking.answered(asked.id(), says.answer(), SELF) ? "" : late;
            case ReviewAnswer.CameBack back -> asking.cameBack(asked.id(), back.why(), SELF) ? "" : late;
            case ReviewAnswer.WantsCall wants -> {
                boolean moved = asking.answered(asked.id(), wants.answer(), SELF);
                yield moved || asked.status().waitsForPayer() ? callAbout(asked, wants.sentence(), moved) : late;
            }
            case ReviewAnswer.Unclear unclear ->
                asked.status().waitsForPayer() ? callAbout(asked, unclear.sentence(), false) : late;
        };
    }

    /** The request says that the payer is to be called, and it is asked about. */
    private String callAbout(AuthorizationRequest asked, String why, boolean posted) {
        asking.callAbout(asked, why, SELF);
        return posted ? "" : "One answer is not clear: " + why + " Its request is asked about on Today.";
    }

    private Optional<AuthorizationRequest> request(Review answer) {
        return AnswerFolder.traces(answer)
                .flatMap(trace -> request(trace).stream())
                .findFirst();
    }

    private Optional<AuthorizationRequest> request(String trace) {
        return requests.byTrace(trace.strip().toUpperCase(Locale.ROOT));
    }
}
