package org.circlekeeper.claims;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PracticeId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out what was decided about the claims of visits: makes, updates and withdraws them. */
@Component
class Preparation {

    private final ClaimStore store;
    private final NumberStore numbers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Preparation(
            ClaimStore store, NumberStore numbers, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void carryOut(PracticeId practice, List<Outcome> outcomes, String subject, Actor actor) {
        var keeps = kept(outcomes);
        var withdrawals = outcomes.stream()
                .filter(Outcome.Withdraw.class::isInstance)
                .map(Outcome.Withdraw.class::cast)
                .toList();
        var writings = writings(practice, keeps);
        store.write(writings, actor, clock.instant());
        withdrawals.forEach(withdrawal -> store.withdraw(withdrawal, actor, clock.instant()));
        var touched = new ArrayList<Outcome>(keeps);
        touched.addAll(withdrawals);
        audit.did(
                actor,
                "prepared claims",
                subject,
                touched.stream().map(outcome -> outcome.visit().member().id()).toList(),
                "claims agree with attendance, notes and insurance");
        publish(writings);
    }

    /** One row of the trail a session: which claims there were, and how each stood when it went. */
    void takeBack(Collection<SessionId> sessions, String why, Actor actor) {
        var removed = store.remove(sessions);
        if (!store.filed(sessions).isEmpty()) {
            throw new StepRefused("A claim of these sessions was filed just now. It stays, and they stay with it.");
        }
        removed.stream()
                .collect(groupingBy(ClaimStore.Removed::session))
                .forEach((session, gone) -> audit.did(
                        actor,
                        "took back claims",
                        "session " + session,
                        gone.stream().map(ClaimStore.Removed::patient).toList(),
                        gone.stream()
                                        .map(one -> one.number() + " "
                                                + one.status().onScreen())
                                        .sorted()
                                        .collect(joining(", "))
                                + ", never filed: " + why));
    }

    private List<ClaimStore.Writing> writings(PracticeId practice, List<Outcome.Keep> keeps) {
        var fresh = keeps.stream().filter(keep -> keep.visit().claim() == null).toList();
        long first = fresh.isEmpty() ? 0 : numbers.claims(practice, fresh.size());
        var writings = new ArrayList<ClaimStore.Writing>();
        IntStream.range(0, fresh.size())
                .forEach(i -> writings.add(new ClaimStore.Writing(
                        new ClaimId(NewId.at(clock.instant())), NumberStore.claimNumber(first + i), fresh.get(i))));
        for (var keep : keeps) {
            if (keep.visit().claim() != null) {
                writings.add(new ClaimStore.Writing(keep.visit().claim().id(), null, keep));
            }
        }
        return writings;
    }

    private void publish(List<ClaimStore.Writing> writings) {
        for (var status : List.of(ClaimStatus.READY, ClaimStatus.HELD)) {
            var moved = writings.stream()
                    .filter(writing -> writing.keep().status() == status)
                    .map(ClaimStore.Writing::id)
                    .toList();
            if (!moved.isEmpty()) {
                events.publishEvent(new ClaimMoved(moved, status));
            }
        }
    }

    private static List<Outcome.Keep> kept(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Keep.class::isInstance)
                .map(Outcome.Keep.class::cast)
                .toList();
    }
}
