package org.circlekeeper.patients;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.Reach.Confidential;
import org.circlekeeper.patients.Reach.Means;
import org.circlekeeper.patients.Reach.Word;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** How the patients of the practice in scope want to be written to, and to whom a message to one of them goes. */
@Component
public class Reaches {

    private static final int MOST_AT_ONE = 20;
    private static final int MOST_ASKED = 50;

    private final PatientStore patients;
    private final ReachStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Reaches(PatientStore patients, ReachStore store, AuditTrail audit, Clock clock) {
        this.patients = patients;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public Reach of(PatientId patient) {
        return store.of(patient);
    }

    /** As it is now: asked when a message is written, and once more when it leaves. */
    public Optional<Recipient> recipient(PatientId id) {
        return patients.find(id).map(patient -> Recipient.of(patient, store.of(id)));
    }

    /** Who is written to at that address now; at the most twenty share one. */
    public List<PatientId> writtenToAt(String address) {
        return store.with(address, MOST_AT_ONE).stream()
                .filter(id -> recipient(id)
                        .map(Recipient::outside)
                        .filter(outside -> outside instanceof Recipient.Outside.Email email
                                && email.address().equalsIgnoreCase(address))
                        .isPresent())
                .toList();
    }

    /** The address that mail would go to if they agree; empty when there is none. */
    public String candidate(PatientId id) {
        return patients.find(id)
                .map(patient -> Recipient.candidate(patient, store.of(id)))
                .orElse("");
    }

    /**
     * They asked to be written to at another address, or nowhere outside. Whoever records it has read in which words a
     * paper asks for it.
     */
    public void askConfidential(PatientId patient, Means means, String email, Actor actor) {
        var before = store.of(patient).confidential();
        var words = before == null ? "" : before.asked();
        store.keep(
                patient,
                new Confidential(
                        means, means == Means.INBOX ? "" : email, words, true, actor.label(), clock.instant()));
        did(patient, "recorded where a member asked to be written to", actor, "they asked");
    }

    /**
     * A paper they signed names another way or place, in their words: it goes before all else, so that nothing goes
     * outside until somebody has read it (45 CFR 164.522(b)). An e-mail address and nothing more needs no reader.
     *
     * @param byEmail whether the same paper allows e-mail
     */
    public void askInPaper(PatientId patient, String words, boolean byEmail, Actor actor) {
        boolean plain = byEmail && Recipient.isPlain(words);
        store.keep(
                patient,
                new Confidential(
                        plain ? Means.EMAIL : Means.INBOX,
                        plain ? words : "",
                        words,
                        plain,
                        actor.label(),
                        clock.instant()));
        did(patient, "heard where a member asks to be reached", actor, "in a paper they signed");
    }

    /** A paper they signed names no other way or place: what an earlier one named is over, what they told us is not. */
    public void askNothingMore(PatientId patient, Actor actor) {
        var before = store.of(patient).confidential();
        if (before != null && !before.asked().isEmpty()) {
            endConfidential(patient, actor);
        }
    }

    /** They want to be written to at the address on record again. */
    public void endConfidential(PatientId patient, Actor actor) {
        store.drop(patient);
        did(patient, "ended a request about where to write", actor, "they asked");
    }

    /** What they said about e-mail to the address that it would go to now. */
    public void sayAboutEmail(PatientId patient, boolean agrees, Actor actor) {
        var now = clock.instant();
        store.add(NewId.at(now), patient, new Word(agrees, candidate(patient), Reach.WORDING, actor.label(), now));
        did(
                patient,
                "recorded a word about e-mail",
                actor,
                (agrees ? "they agreed" : "they do not want it") + ", wording " + Reach.WORDING);
    }

    /**
     * What a paper they signed says about e-mail: it has the warning in it.
     *
     * @param address that they wrote there; empty for the one that it would go to now
     */
    public void sayInPaper(PatientId patient, boolean agrees, String address, Actor actor) {
        var now = clock.instant();
        var about = address.isEmpty() ? candidate(patient) : address;
        store.add(NewId.at(now), patient, new Word(agrees, about, Reach.IN_PAPER, actor.label(), now));
        did(
                patient,
                "heard a word about e-mail",
                actor,
                (agrees ? "they agreed" : "they do not want it") + ", in a paper they signed");
    }

    /** Of whom a paper names another way or place that nobody has read; at the most fifty. */
    List<PatientId> unread() {
        return store.unread(MOST_ASKED);
    }

    /** Who allowed e-mail, in a paper, to another address than the one they have here; at the most fifty. */
    List<PatientId> agreedElsewhere() {
        return store.agreedElsewhere(Reach.IN_PAPER, MOST_ASKED);
    }

    /** Mail to that address came back. */
    public void cameBack(PatientId patient, String email, Actor actor) {
        store.returned(patient, email, actor.label(), clock.instant());
        did(patient, "recorded that mail came back", actor, "an address does not take mail");
    }

    /** That address takes mail again. */
    public void arrivesAgain(PatientId patient, String email, Actor actor) {
        store.arrives(patient, email);
        did(patient, "recorded that mail arrives again", actor, "somebody said so");
    }

    /** What a patient asked for or agreed to is nothing that a file brought: no import is undone over it. */
    private void did(PatientId patient, String what, Actor actor, String why) {
        patients.workOn(patient);
        audit.did(actor, what, "patient " + patient, List.of(patient.value()), why);
    }
}
