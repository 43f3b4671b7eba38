package org.circlekeeper.eligibility;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** What payers said of members' benefits in the practice in scope. */
@Component
public class Eligibility {

    private final AnswerStore store;
    private final Patients patients;
    private final Payers payers;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Eligibility(
            AnswerStore store, Patients patients, Payers payers, Practices practices, AuditTrail audit, Clock clock) {
        this.store = store;
        this.patients = patients;
        this.payers = payers;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest answer about each insurance of these patients: one question, however many they are. */
    public Map<Policy, Latest> latest(Collection<PatientId> patients) {
        return store.lastTwo(patients).stream()
                .collect(toMap(Answer::policy, answer -> new Latest(answer, null), Latest::before));
    }

    /** All answers about a patient, the latest first; two hundred at most. */
    public List<Answer> of(PatientId patient) {
        return store.of(List.of(patient));
    }

    /** The same of each of these patients: one question, however many they are. */
    public Map<PatientId, List<Answer>> of(Collection<PatientId> patients) {
        return patients.isEmpty()
                ? Map.of()
                : store.of(patients).stream()
                        .collect(groupingBy(answer -> answer.policy().patient()));
    }

    /**
     * What a person heard in a portal, on the phone or face to face.
     *
     * @param reference the number that the payer gave; empty where it gives none
     * @param answeredBy who answered there; empty of a portal
     */
    public record ByHand(How how, LocalDate standsFor, String reference, String answeredBy, Benefits benefits) {

        public ByHand {
            if (!how.byHand()) {
                throw new IllegalArgumentException("An electronic answer is read, not typed");
            }
        }
    }

    /** Writes down what a person heard about an insurance. */
    public Answer record(Policy policy, ByHand heard, Actor actor) {
        var answer = answer(
                policy,
                new Answer.Heard(
                        heard.how(),
                        heard.standsFor(),
                        heardAt(heard.standsFor()),
                        actor.label(),
                        heard.reference(),
                        heard.answeredBy(),
                        null,
                        0),
                heard.benefits(),
                BenefitWords.sentences(heard.benefits()),
                List.of(),
                rules(payers.all(), heard.standsFor()));
        store.add(List.of(answer));
        patients.workOn(policy.patient());
        told(answer, actor, heard.how().onScreen());
        return answer;
    }

    /** Of a day gone by its end: what was heard and written down late takes the place of nothing newer. */
    private Instant heardAt(LocalDate day) {
        return day.isBefore(practices.today())
                ? day.plusDays(1)
                        .atStartOfDay(practices.current().zone())
                        .minusSeconds(1)
                        .toInstant()
                : clock.instant();
    }

    /** Keeps what a file answered; returns the ids of those answers that were not kept already. */
    Set<UUID> keep(List<Answer> answers) {
        return answers.isEmpty() ? Set.of() : store.add(answers);
    }

    /** What a file answers about an insurance, not kept yet. */
    Answer answer(Policy policy, Answer.Heard heard, PayersAnswer read, Map<UUID, PayerRules> rules) {
        return answer(policy, heard, read.benefits(), read.words(), read.rows(), rules);
    }

    private void told(Answer answer, Actor actor, String why) {
        audit.did(
                actor,
                "recorded a payer's answer about benefits",
                "answer " + answer.id(),
                List.of(answer.policy().patient().value()),
                why);
    }

    private Answer answer(
            Policy policy,
            Answer.Heard heard,
            Benefits benefits,
            List<String> words,
            List<String> rows,
            Map<UUID, PayerRules> rules) {
        var asked = requireNonNull(rules.get(policy.payer()), "An answer is about a payer of the practice");
        var good = Expiry.of(benefits, heard.standsFor(), asked);
        return new Answer(NewId.at(clock.instant()), policy, heard, benefits, good, words, rows);
    }

    /** What each payer asks on a day. */
    Map<UUID, PayerRules> rules(Collection<Payer> of, LocalDate day) {
        var state = practices.current().address().state();
        return of.stream()
                .collect(toMap(
                        Payer::id,
                        payer -> PayerRules.on(
                                payer.program(), state, payer.payerId(), ProcedureCode.GROUP_PSYCHOTHERAPY, day)));
    }
}
