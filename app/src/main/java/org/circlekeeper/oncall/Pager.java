package org.circlekeeper.oncall;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.Trial;
import org.circlekeeper.messaging.NeutralMail;
import org.circlekeeper.oncall.Alarm.Status;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages whoever is on call: the first at once, the next ten minutes later when nobody answered, or as soon as the page
 * does not leave. From the beginning it is red on everyone's first page. A page is an e-mail that asks them to sign in,
 * and says nothing of why.
 */
@Component
public class Pager {

    /** The reason of an alarm that somebody raises to see whether it arrives. */
    public static final String TEST = "test";

    /** The duty that pages the next. */
    public static final String ESCALATION = "escalate-alarms";

    private static final int MOST = 50;

    private final AlarmStore store;
    private final OnCall list;
    private final NeutralMail mail;
    private final Trial trial;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Pager(
            AlarmStore store,
            OnCall list,
            NeutralMail mail,
            Trial trial,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.list = list;
        this.mail = mail;
        this.trial = trial;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Raises an alarm and pages the first on call. The same cause raises one alarm however often it is told, and
     * another one once that is closed.
     *
     * @param reason a word of the program; nothing that anybody wrote
     * @param subject the id of what it is about
     * @param patient about whom; null for a test
     */
    public AlarmId page(String reason, UUID subject, @Nullable PatientId patient, Actor actor) {
        var now = clock.instant();
        var first = Escalation.next(list.paged(), Set.of(), time(now));
        var alarm = new Alarm(
                new AlarmId(NewId.at(now)),
                reason,
                subject,
                patient,
                now,
                first.isPresent() ? Status.PAGED : Status.UNANSWERED,
                first.isPresent() ? 1 : 0,
                now,
                null,
                null,
                null);
        if (!store.add(alarm, actor.label())) {
            return store.of(reason, subject).map(Alarm::id).orElseGet(() -> page(reason, subject, patient, actor));
        }
        first.ifPresent(person -> tell(alarm.id(), 1, person, now));
        audit.did(actor, "raised an alarm", "alarm " + alarm.id(), about(alarm), reason);
        return alarm.id();
    }

    /** Those that nobody has closed, oldest first. */
    public List<Alarm> open() {
        return store.open(MOST);
    }

    /** The latest, closed ones too. */
    public List<Alarm> latest() {
        return store.latest(MOST);
    }

    public Optional<Alarm> find(AlarmId id) {
        return store.find(id);
    }

    /** Who was paged for it and when, in order. */
    public List<Paged> pages(AlarmId id) {
        return pages(List.of(id)).getOrDefault(id, List.of());
    }

    /** Those of these for which somebody was to be paged, and no page has left. */
    public Set<AlarmId> unheard(Collection<Alarm> alarms) {
        return with(alarms, Paged::isStuck);
    }

    /** Whether a page is told to anybody: on trial it is not. */
    public boolean tellsSomebody() {
        return trial.isLive();
    }

    /** Those of these whose pages were written as files, for the home is on trial: nobody was told. */
    public Set<AlarmId> inFiles(Collection<Alarm> alarms) {
        return with(alarms, page -> page.way() == Paged.Way.FILE);
    }

    private Set<AlarmId> with(Collection<Alarm> alarms, Predicate<Paged> every) {
        return pages(alarms.stream().map(Alarm::id).toList()).entrySet().stream()
                .filter(one -> one.getValue().stream().allMatch(every))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** What left before the home went live told nobody either. */
    private Map<AlarmId, List<Paged>> pages(List<AlarmId> alarms) {
        var live = trial.isLive() ? trial.liveSince() : Optional.<Instant>empty();
        var pages = new HashMap<AlarmId, List<Paged>>();
        store.pages(alarms)
                .forEach((alarm, all) -> pages.put(
                        alarm,
                        all.stream()
                                .map(page -> live.filter(since -> !page.at().isBefore(since))
                                                .isPresent()
                                        ? page
                                        : page.onTrial())
                                .toList()));
        return pages;
    }

    /** Those for which the next on call is due. */
    List<Alarm> due(Instant now) {
        var open = store.open(MOST);
        var pages = pages(open.stream().map(Alarm::id).toList());
        return open.stream()
                .filter(alarm -> Escalation.isDue(alarm, pages.getOrDefault(alarm.id(), List.of()), now))
                .toList();
    }

    /** Of whom on the list the last page was refused because nobody is at the address that stands there. */
    List<PersonId> unreached() {
        return store.lastPages().stream()
                .filter(page -> page.way() == Paged.Way.NOBODY_THERE)
                .map(Paged::person)
                .toList();
    }

    /** Whether anything is due in the practice in scope. */
    public boolean isDue() {
        return !due(clock.instant()).isEmpty();
    }

    /** Pages the next, or says that nobody answered. Of two nodes at the same moment one does. */
    boolean escalate(Alarm alarm, Actor actor) {
        var now = clock.instant();
        var next = Escalation.next(list.paged(), store.pagedFor(alarm.id()), time(now));
        if (next.isEmpty()) {
            boolean moved = store.move(alarm, Status.UNANSWERED, actor.label(), null, now);
            if (moved) {
                audit.did(actor, "found that nobody answered", "alarm " + alarm.id(), about(alarm), "");
            }
            return moved;
        }
        boolean paged = store.paged(alarm.id(), alarm.paged(), now);
        if (paged) {
            tell(alarm.id(), alarm.paged() + 1, next.get(), now);
            audit.did(actor, "paged the next on call", "alarm " + alarm.id(), about(alarm), "");
        }
        return paged;
    }

    /** A clinician takes it on: nobody else is paged. False when it was taken on or closed before. */
    public boolean acknowledge(Alarm alarm, Actor actor) {
        boolean moved = alarm.status().next().contains(Status.ACKNOWLEDGED)
                && store.move(alarm, Status.ACKNOWLEDGED, actor.label(), null, clock.instant());
        if (moved) {
            audit.did(actor, "took an alarm on", "alarm " + alarm.id(), about(alarm), "");
        }
        return moved;
    }

    /** A clinician closes it. False when it was closed before, or stands otherwise than they saw. */
    public boolean close(Alarm alarm, String note, Actor actor) {
        if (note.isBlank()) {
            throw new IllegalArgumentException("An alarm is closed with a note");
        }
        boolean moved = alarm.status().next().contains(Status.CLOSED)
                && store.move(alarm, Status.CLOSED, actor.label(), note, clock.instant());
        if (moved) {
            audit.did(actor, "closed an alarm", "alarm " + alarm.id(), about(alarm), "with a note");
        }
        return moved;
    }

    private void tell(AlarmId alarm, int place, OnCallPerson person, Instant now) {
        store.note(alarm, place, person, mail.needed(person.email()).orElse(""), now);
    }

    private LocalTime time(Instant now) {
        return LocalTime.ofInstant(now, practices.current().zone());
    }

    private static List<UUID> about(Alarm alarm) {
        var patient = alarm.patient();
        return patient == null ? List.of() : List.of(patient.value());
    }
}
