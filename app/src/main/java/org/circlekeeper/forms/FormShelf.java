package org.circlekeeper.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Adds forms to the practice in scope, retires them, and notes that counsel approved. */
@Component
public class FormShelf {

    private final FormStore store;
    private final PacketStore packets;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    FormShelf(FormStore store, PacketStore packets, Practices practices, AuditTrail audit, Clock clock) {
        this.store = store;
        this.packets = packets;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when a form of that name is there. */
    public boolean add(FormId form, Kind kind, String title, Actor actor) {
        boolean added = store.add(form, kind, title, actor.label(), clock.instant());
        if (added) {
            audit.did(actor, "added a form", "form " + form, kind.code());
        }
        return added;
    }

    /** Notes that counsel approved a version. False when that was said before. */
    public boolean approve(FormId form, int number, String counsel, LocalDate on, Actor actor) {
        var approval = new Approval(counsel, on, practices.today().plusDays(1), actor.label());
        boolean approved = store.approve(form, number, approval, clock.instant());
        if (approved) {
            audit.did(actor, "said that counsel approved a form", "form " + form, "version " + number);
        }
        return approved;
    }

    /**
     * Says whether two guardians must sign a form for a minor, even where one alone is let in. It holds for whatever is
     * signed from now on; what one has signed already stays as it is. False when it was said before.
     */
    public boolean twoSign(FormId form, boolean two, Actor actor) {
        boolean changed = store.setTwoSign(form, two);
        if (changed) {
            audit.did(actor, "said how many guardians sign a form", "form " + form, two ? "two" : "whoever is let in");
        }
        return changed;
    }

    /** Takes a form out of use. The sentence says why it stays, if it does. */
    public Optional<String> retire(FormId form, String why, Actor actor) {
        var status = store.lock(form).orElseThrow();
        var standing = packets.lasts().stream()
                .filter(packet ->
                        packet.lines().stream().anyMatch(line -> line.form().equals(form)))
                .map(packet ->
                        packet.groupType().equals(Packet.EVERYBODY) ? "the packet for all" : "a packet of its own kind")
                .distinct()
                .collect(Collectors.joining(" and "));
        if (!standing.isEmpty()) {
            return Optional.of("It stands in " + standing + ". Take it out there first, then retire it.");
        }
        return move(form, status, FormStatus.RETIRED, why, actor);
    }

    /** Takes it into use again: with its last version, or as the draft that it was. */
    public Optional<String> bringBack(FormId form, Actor actor) {
        var status = store.lock(form).orElseThrow();
        var to = store.lastNumber(form) > 0 ? FormStatus.IN_USE : FormStatus.DRAFT;
        return move(form, status, to, "brought back", actor);
    }

    private Optional<String> move(FormId form, FormStatus from, FormStatus to, String why, Actor actor) {
        var now = clock.instant();
        if (!from.next().contains(to) || !store.move(form, from, to, why, actor.label(), NewId.at(now), now)) {
            return Optional.of("It is " + from.onScreen() + " already.");
        }
        audit.did(actor, "set how a form stands", "form " + form, to.onScreen());
        return Optional.empty();
    }

    /** What the practice puts in where its papers leave a place of that name; empty takes it out again. */
    public void word(String name, String value, Actor actor) {
        store.word(name, value.strip(), actor.label(), clock.instant());
        audit.did(actor, "set a word of the papers", "word " + name, "typed in");
    }
}
