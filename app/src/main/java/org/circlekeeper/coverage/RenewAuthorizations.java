package org.circlekeeper.coverage;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/**
 * Asks for the next authorization before the one there is runs out, and does not let a request lie: neither here nor at
 * the payer's, nor past the last day of an appeal. A line says which payer it is, and no name.
 */
@Component
class RenewAuthorizations implements Duty<RenewAuthorizations.Due> {

    private static final String ALL = "/authorizations";

    /** So many days before its last day an appeal is asked about. */
    private static final int BEFORE_APPEAL = 21;

    private final AuthorizedCares cares;
    private final Asking asking;
    private final Packets packets;
    private final DecisionClocks clocks;
    private final Payers payers;
    private final AuditTrail audit;

    RenewAuthorizations(
            AuthorizedCares cares,
            Asking asking,
            Packets packets,
            DecisionClocks clocks,
            Payers payers,
            AuditTrail audit) {
        this.cares = cares;
        this.asking = asking;
        this.packets = packets;
        this.clocks = clocks;
        this.payers = payers;
        this.audit = audit;
    }

    /** What is to be asked for. */
    record Due(AuthorizedCare care) {}

    @Override
    public String id() {
        return "renew-authorizations";
    }

    @Override
    public String promise() {
        return "The next authorization is asked for before the last one runs out, and no request lies forgotten.";
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                        Permission.KEEP_COVERAGE,
                        new Manner.Agreement(
                                Permission.KEEP_COVERAGE,
                                "Make the request",
                                "Make %d requests for authorizations.",
                                "Make them all"))
                .ranked(4)
                .saying("Look at it", "The request moves on.");
    }

    @Override
    public int place() {
        return 25;
    }

    @Override
    public List<Step<Due>> plan(Work work) {
        var today = work.today();
        var names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        var steps = new ArrayList<Step<Due>>();
        due(today).forEach(care -> steps.add(request(care, names, work)));
        var byRules = clocks.on(today);
        var calls = asking.toCall();
        for (var request : asking.open()) {
            waits(request, names, work).ifPresent(steps::add);
            var why = calls.get(request.id());
            if (why != null) {
                steps.add(call(request, why, names, work));
            }
            overdue(request, byRules.getOrDefault(request.payer(), DecisionClock.UNKNOWN), names, work)
                    .ifPresent(steps::add);
        }
        asking.appealable().forEach(request -> appeal(request, names, work).ifPresent(steps::add));
        return steps;
    }

    /** What is to be asked for by today, of members about whom payers may be asked and were not. */
    private List<AuthorizedCare> due(LocalDate today) {
        var all = cares.all(today);
        var members = all.stream().map(AuthorizedCare::patient).distinct().toList();
        var before = new AskedBefore(asking.of(members));
        var secret = packets.refusals(members);
        return all.stream()
                .filter(care -> care.isToBeAskedBy(today))
                .filter(care -> before.instead(care).isEmpty() && !secret.containsKey(care.patient()))
                .toList();
    }

    @Override
    public void perform(Work work, Due due) {
        audit.hold();
        packets.ask(List.of(due.care()), new Actor.Duty(id()));
    }

    private static Step<Due> request(AuthorizedCare care, Map<UUID, String> names, Work work) {
        var payer = names.getOrDefault(care.payer(), "a payer");
        var without = care.burnDown().without();
        var href = href(care.patient());
        return new Step.Act<>(
                "ask:" + about(care) + ":" + without,
                new Due(care),
                Because.of(
                        "One member, " + payer + ". " + care.burnDown().says(care.clock()),
                        new Evidence(care.clock().says(payer), href, work.now())));
    }

    /** One that was made and that nobody has sent, from the next day on. */
    private static Optional<Step<Due>> waits(AuthorizationRequest request, Map<UUID, String> names, Work work) {
        var since = request.since().atZone(work.zone()).toLocalDate();
        if (request.status() != AskingStatus.TO_ASK || !since.isBefore(work.today())) {
            return Optional.empty();
        }
        var payer = names.getOrDefault(request.payer(), "a payer");
        return Optional.of(question(
                "unsent:" + request.id() + ":" + since,
                "A request to " + payer + " of " + Words.day(since) + " is not sent yet. Send it, and write down how.",
                "It is to be asked for since " + Words.day(since) + ".",
                request,
                work));
    }

    private static Optional<Step<Due>> overdue(
            AuthorizationRequest request, DecisionClock clock, Map<UUID, String> names, Work work) {
        var sent = request.sent();
        if (sent == null || !request.status().waitsForPayer() || request.status() == AskingStatus.APPEALED) {
            return Optional.empty();
        }
        var payer = names.getOrDefault(request.payer(), "a payer");
        return clock.decidedBy(sent.at(), request.expedited(), work.zone())
                .filter(by -> !by.isAfter(work.now()))
                .map(by -> question(
                        "overdue:" + request.id() + ":" + sent.at(),
                        payer + " should have decided before " + Words.moment(by, work.zone())
                                + " on a request for an authorization. Call, and write down what it says.",
                        clock.says(payer),
                        request,
                        work));
    }

    /** An answer came that a person has to understand, or that asks for a call. */
    private static Step<Due> call(AuthorizationRequest request, String why, Map<UUID, String> names, Work work) {
        var payer = names.getOrDefault(request.payer(), "a payer");
        return question(
                "call:" + request.id() + ":" + Sha256.hex(why).substring(0, 8),
                payer + " has answered a request for an authorization, and that is not all. " + why
                        + " Then write down what it says.",
                "Its answer came in a file.",
                request,
                work);
    }

    private static Optional<Step<Due>> appeal(AuthorizationRequest request, Map<UUID, String> names, Work work) {
        var decision = request.decision();
        var by = decision == null ? null : decision.appealBy();
        var today = work.today();
        if (decision == null || by == null || by.isBefore(today) || by.isAfter(today.plusDays(BEFORE_APPEAL))) {
            return Optional.empty();
        }
        var payer = names.getOrDefault(request.payer(), "a payer");
        return Optional.of(question(
                "appeal:" + request.id() + ":" + by,
                payer + " gave less than was asked for, or nothing. It can be appealed until " + Words.day(by) + ".",
                "The day stands in " + decision.appealSource() + ".",
                request,
                work));
    }

    private static Step<Due> question(
            String key, String question, String sentence, AuthorizationRequest request, Work work) {
        var href = href(request.patient());
        return new Step.Ask<>(
                key, question, href, Because.of(sentence, new Evidence("The request is open.", href, work.now())));
    }

    private static String href(PatientId patient) {
        return "/patients/" + patient + ALL;
    }

    private static String about(AuthorizedCare care) {
        return care.patient() + ":" + care.payer() + ":" + care.code();
    }
}
