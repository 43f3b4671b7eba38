package org.circlekeeper.scheduling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.practice.PractitionerId;

/** Decides who is in a session beside its leader: whom the group sends, less those who are away this once. Pure. */
final class CoLeading {

    private CoLeading() {}

    /** Each person once; whoever co-leads and learns there co-leads. */
    static List<BesideStore.Beside> of(Session session, Collection<BesideStore.Beside> sent) {
        var there = new LinkedHashMap<PractitionerId, BesideStore.Beside>();
        for (var one : sent) {
            inPlaceOf(session, one).ifPresent(who -> there.merge(who.practitioner(), who, CoLeading::more));
        }
        return List.copyOf(there.values());
    }

    private static Optional<BesideStore.Beside> inPlaceOf(Session session, BesideStore.Beside sent) {
        var standIn = session.arranged().standIns().stream()
                .filter(one -> sent.part() == Part.CO_LEADING && one.away().equals(sent.practitioner()))
                .findFirst();
        if (standIn.isEmpty()) {
            return Optional.of(sent);
        }
        return Optional.ofNullable(standIn.get().instead())
                .map(other -> new BesideStore.Beside(session.id(), other, Part.CO_LEADING));
    }

    private static BesideStore.Beside more(BesideStore.Beside one, BesideStore.Beside other) {
        return one.part().compareTo(other.part()) <= 0 ? one : other;
    }

    /** Who is there once a session stands as the edit says, from who is there now. */
    static List<BesideStore.Beside> after(Edit edit, Collection<BesideStore.Beside> now) {
        var before = edit.before();
        return before == null ? of(edit.after(), now) : of(edit.after(), sent(before, now));
    }

    /** Whom the group sent, before anybody was away. */
    private static List<BesideStore.Beside> sent(Session session, Collection<BesideStore.Beside> now) {
        var sent = new ArrayList<BesideStore.Beside>();
        var standIns = session.arranged().standIns();
        now.stream()
                .filter(one -> standIns.stream()
                        .noneMatch(standIn -> one.practitioner().equals(standIn.instead())))
                .forEach(sent::add);
        standIns.forEach(standIn -> sent.add(new BesideStore.Beside(session.id(), standIn.away(), Part.CO_LEADING)));
        return sent;
    }
}
