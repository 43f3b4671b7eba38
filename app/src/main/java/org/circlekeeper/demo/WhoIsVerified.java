package org.circlekeeper.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.eligibility.Content;
import org.circlekeeper.eligibility.DueList;
import org.circlekeeper.eligibility.FileEnrolment;
import org.circlekeeper.eligibility.Insured;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.Receiving;
import org.circlekeeper.eligibility.Runs;
import org.circlekeeper.eligibility.Setting;
import org.circlekeeper.eligibility.Ways;
import org.circlekeeper.sandbox.Dialect;
import org.circlekeeper.sandbox.SandboxPayer;
import org.circlekeeper.sandbox.Scenario;
import org.circlekeeper.sandbox.Scenarios;
import org.circlekeeper.terms.Money;
import org.springframework.stereotype.Component;

/**
 * What payers said of the members of the larger house: one has answered, in each way that payers do; one takes no
 * questions by file yet; the others are still to be asked.
 */
@Component
class WhoIsVerified {

    private static final String BILLER = "Ines";
    private static final String ANSWERS = "EVERG";
    private static final String TAKES_NO_FILES = "HARBH";

    /** What every third of those who were asked about meets; the others have a plan in which nothing is wrong. */
    private static final List<Scenario> MET = List.of(
            Scenario.VISIT_LIMIT, Scenario.CARVE_OUT, Scenario.INACTIVE, Scenario.AMBIGUOUS, Scenario.WRONG_MEMBER_ID);

    private static final int EVERY = 3;

    private final Ways ways;
    private final DueList dueList;
    private final Runs runs;
    private final Receiving receiving;

    WhoIsVerified(Ways ways, DueList dueList, Runs runs, Receiving receiving) {
        this.ways = ways;
        this.dueList = dueList;
        this.runs = runs;
        this.receiving = receiving;
    }

    /** Says how payers are asked, and asks one; returns the run. */
    UUID ask(House house) {
        var actor = house.as(BILLER);
        ways.keep(new Setting(7, Money.dollars("0.10")), actor);
        enrol(house, ANSWERS, FileEnrolment.State.STANDS, LocalDate.of(2026, 1, 5));
        enrol(house, TAKES_NO_FILES, FileEnrolment.State.ASKED_FOR, LocalDate.of(2026, 11, 9));
        var asked = asked().stream()
                .map(line -> Objects.requireNonNull(line.who().policy()))
                .toList();
        if (runs.start(asked, actor) instanceof Runs.Started.Under under) {
            return under.run();
        }
        throw new IllegalStateException("The story asks a payer, and nobody is due");
    }

    /** The payer answers. */
    void answer(House house, UUID run) {
        var payer = new SandboxPayer(new Scenarios(scenarios(run)), Dialect.USUAL);
        for (var file : runs.files(run)) {
            try {
                for (var reply : payer.answer(runs.content(file.id()))) {
                    if (reply.ending().equals("271")) {
                        receiving.takeIn("evergreen.271", Content.of(reply.bytes()), house.as(BILLER));
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private List<Listed> asked() {
        return dueList.all().stream()
                .filter(line -> line.verdict().kind().isDue() && payerId(line).equals(ANSWERS))
                .toList();
    }

    private static String payerId(Listed line) {
        Insured.Insurance insurance = line.who().insurance();
        return insurance == null ? "" : insurance.payerId();
    }

    private Map<String, Scenario> scenarios(UUID run) {
        var asked = runs.results(run).stream()
                .map(result -> result.question().askedId())
                .collect(Collectors.toList());
        var scenarios = new HashMap<String, Scenario>();
        for (int one = 0; one < MET.size() && one * EVERY < asked.size(); one++) {
            scenarios.put(asked.get(one * EVERY), MET.get(one));
        }
        return scenarios;
    }

    private void enrol(House house, String payerId, FileEnrolment.State state, LocalDate day) {
        var payer = Objects.requireNonNull(house.payers().get(payerId));
        var actor = house.as(BILLER);
        ways.record(
                new FileEnrolment(
                        payer.id(),
                        FileEnrolment.Kind.BENEFITS,
                        state,
                        day,
                        "Lakeside Clearinghouse",
                        "the clearinghouse's list of payers",
                        actor.label()),
                actor);
    }
}
