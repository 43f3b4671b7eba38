package org.circlekeeper.coverage;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.coverage.AuthorizationRequest.Decided;
import org.circlekeeper.coverage.AuthorizationRequest.Sent;
import org.circlekeeper.coverage.AuthorizationRequest.Wanted;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests for authorizations of the practice in scope: made, sent, decided, appealed; each step is kept. */
@Component
public class Asking {

    private final AskingStore store;
    private final AnswerStore answers;
    private final Authorizations authorizations;
    private final AuditTrail audit;
    private final Clock clock;

    Asking(AskingStore store, AnswerStore answers, Authorizations authorizations, AuditTrail audit, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.authorizations = authorizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a payer answers. */
    public sealed interface Answer {

        /**
         * It certifies something, under a number: what that is stands in the terms.
         *
         * @param status approved, modified or partial
         */
        record Certified(AskingStatus status, Authorization.Terms terms, Decided decided) implements Answer {
            public Certified {
                if (!status.certifies()) {
                    throw new IllegalArgumentException("Nothing is certified by " + status);
                }
            }
        }

        /** Denied, still pending, or no authorization is needed. */
        record Without(AskingStatus status, Decided decided) implements Answer {

            private static final Set<AskingStatus> SAYS_NO =
                    Set.of(AskingStatus.DENIED, AskingStatus.PENDED, AskingStatus.NOT_NEEDED);

            public Without {
                if (!SAYS_NO.contains(status)) {
                    throw new IllegalArgumentException("No answer without an authorization is " + status);
                }
            }
        }
    }

    public Optional<AuthorizationRequest> find(UUID id) {
        return store.find(id);
    }

    /** Of these members, the latest first. */
    public List<AuthorizationRequest> of(Collection<PatientId> patients) {
        return store.of(patients);
    }

    /** Every step of every request of a member, the latest first. */
    public List<AskingMove> moves(PatientId patient) {
        return store.moves(patient);
    }

    /** All about which somebody has something to do, here or at the payer's. */
    public List<AuthorizationRequest> open() {
        return store.standing(
                EnumSet.of(AskingStatus.TO_ASK, AskingStatus.ASKED, AskingStatus.PENDED, AskingStatus.APPEALED));
    }

    /** Files in which payers answered, the latest first. */
    public List<AnswerFile> answerFiles(int most) {
        return answers.latest(most);
    }

    /** Those that were denied, or certified with less: what may be appealed. */
    public List<AuthorizationRequest> appealable() {
        return store.standing(EnumSet.of(AskingStatus.DENIED, AskingStatus.MODIFIED, AskingStatus.PARTIAL));
    }

    /** Makes a request that is to be sent; empty when the payer is asked the same for this member already. */
    public Optional<UUID> make(PatientId patient, UUID payer, Wanted wanted, boolean expedited, Actor actor) {
        audit.hold();
        var now = clock.instant();
        var id = NewId.at(now);
        var trace = id.toString().replace("-", "").substring(12).toUpperCase(Locale.ROOT);
        var request = new AuthorizationRequest(
                id, patient, payer, wanted, expedited, AskingStatus.TO_ASK, now, trace, null, null, null, null);
        if (!store.add(request, actor.label(), now)) {
            return Optional.empty();
        }
        keep(request, AskingStatus.TO_ASK, "made", actor);
        return Optional.of(id);
    }

    /** Writes down that it was sent: how, when, to whom. False when it stands elsewhere by now. */
    public boolean sent(UUID id, Sent sent, Actor actor) {
        audit.hold();
        var request = store.find(id).orElseThrow();
        var said = "sent " + sent.channel().byIt()
                + (sent.reference().isEmpty() ? "" : ", reference " + sent.reference())
                + (sent.spokeWith().isEmpty() ? "" : ", taken by " + sent.spokeWith());
        if (!move(request, AskingStatus.ASKED, said, actor)) {
            return false;
        }
        store.sent(id, sent);
        return true;
    }

    /** Writes down what the payer answered; what it certified is an authorization from then on. False when too late. */
    public boolean answered(UUID id, Answer answer, Actor actor) {
        audit.hold();
        var request = store.find(id).orElseThrow();
        return switch (answer) {
            case Answer.Certified certified -> certified(request, certified, actor);
            case Answer.Without without -> {
                if (!move(
                        request,
                        without(request, without.status()),
                        without.decided().reason(),
                        actor)) {
                    yield false;
                }
                store.decided(id, without.decided(), request.authorization());
                yield true;
            }
        };
    }

    /** An appeal that is lost takes nothing away: what was certified before it stands as it did. */
    private AskingStatus without(AuthorizationRequest request, AskingStatus said) {
        boolean lost = request.status() == AskingStatus.APPEALED && said == AskingStatus.DENIED;
        return lost && request.authorization() != null
                ? store.moves(request.patient()).stream()
                        .filter(move -> move.request().equals(request.id()))
                        .map(AskingMove::status)
                        .filter(AskingStatus::certifies)
                        .findFirst()
                        .orElse(said)
                : said;
    }

    /** By request, why its payer is to be called: it wants that, or its answer is not clear. */
    public Map<UUID, String> toCall() {
        return store.toCall();
    }

    /** Keeps, with the request, that its payer has to be called and why, until it moves on or somebody has called. */
    void callAbout(AuthorizationRequest request, String why, Actor actor) {
        audit.hold();
        store.toCall(request.id(), why);
        keep(request, store.find(request.id()).orElseThrow().status(), why, actor);
    }

    /** Somebody has called, and the payer has not decided yet: false when nothing waits for it. */
    public boolean called(UUID id, String said, Actor actor) {
        audit.hold();
        var request = store.find(id).orElseThrow();
        if (request.status() != AskingStatus.PENDED) {
            return false;
        }
        store.toCall(id, "");
        keep(request, request.status(), said.isBlank() ? "the payer has not decided yet" : said, actor);
        return true;
    }

    /** Another request that asks the same payer for the same; empty when this one may be asked. */
    public Optional<AuthorizationRequest> another(AuthorizationRequest request) {
        return store.of(List.of(request.patient())).stream()
                .filter(one -> !one.id().equals(request.id()) && one.payer().equals(request.payer()))
                .filter(one -> one.wanted().code().equals(request.wanted().code()))
                .filter(one -> one.status().isOpen() && one.status() != AskingStatus.APPEALED)
                .findFirst();
    }

    private boolean certified(AuthorizationRequest request, Answer.Certified answer, Actor actor) {
        if (!request.status().next().contains(answer.status())) {
            return false;
        }
        var before = request.authorization();
        var terms = terms(answer.terms(), before);
        if (before != null) {
            var reason = answer.decided().reason();
            authorizations.change(before, terms, reason.isBlank() ? "the payer decided anew" : reason, actor);
            store.decided(request.id(), answer.decided(), before);
            return move(request, answer.status(), answer.decided().reason(), actor);
        }
        var fresh = new Authorization(
                NewId.at(clock.instant()),
                request.patient(),
                request.payer(),
                terms.number(),
                terms.code(),
                terms.units(),
                terms.days(),
                terms.planYearEnds());
        authorizations.add(fresh, actor);
        store.decided(request.id(), answer.decided(), fresh.id());
        return move(request, answer.status(), answer.decided().reason(), actor);
    }

    /** A payer's decision does not say when the plan's year ends: what somebody wrote of it stays. */
    private Authorization.Terms terms(Authorization.Terms terms, @Nullable UUID before) {
        var year = before == null || terms.planYearEnds() != null
                ? terms.planYearEnds()
                : authorizations.find(before).map(Authorization::planYearEnds).orElse(null);
        return new Authorization.Terms(terms.number(), terms.code(), terms.units(), terms.days(), year);
    }

    /** Sends it back to be asked again: the payer has not looked at it. */
    public boolean cameBack(UUID id, String why, Actor actor) {
        return move(id, AskingStatus.TO_ASK, why, actor);
    }

    public boolean withdraw(UUID id, String why, Actor actor) {
        return move(id, AskingStatus.WITHDRAWN, why, actor);
    }

    public boolean appeal(UUID id, String why, Actor actor) {
        return move(id, AskingStatus.APPEALED, why, actor);
    }

    /**
     * Takes back a decision that was written down by mistake, for a reason, and the authorization that was recorded
     * with it.
     */
    public boolean takeBack(UUID id, String why, Actor actor) {
        audit.hold();
        var request = store.find(id).orElseThrow();
        if (request.status().waitsForPayer() || !move(request, AskingStatus.ASKED, why, actor)) {
            return false;
        }
        var authorization = request.authorization();
        if (authorization != null) {
            authorizations.takeBack(authorization, why, actor);
        }
        store.decided(id, null, null);
        return true;
    }

    /** Which document was made of it. */
    public void packet(UUID id, UUID document) {
        store.packet(id, document);
    }

    private boolean move(UUID id, AskingStatus to, String why, Actor actor) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("A request moves for a reason");
        }
        audit.hold();
        return move(store.find(id).orElseThrow(), to, why, actor);
    }

    private boolean move(AuthorizationRequest request, AskingStatus to, String why, Actor actor) {
        if (!request.status().next().contains(to) || !store.move(request.id(), request.status(), to, clock.instant())) {
            return false;
        }
        keep(request, to, why, actor);
        return true;
    }

    private void keep(AuthorizationRequest request, AskingStatus to, String why, Actor actor) {
        var now = clock.instant();
        store.keep(NewId.at(now), new AskingMove(request.id(), to, why.strip(), actor.label(), now));
        audit.did(
                actor,
                "authorization request: " + to.onScreen(),
                "authorization request " + request.id(),
                List.of(request.patient().value()),
                why.isBlank() ? to.onScreen() : why.strip());
    }
}
