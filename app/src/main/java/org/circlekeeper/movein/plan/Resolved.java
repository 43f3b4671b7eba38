package org.circlekeeper.movein.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;

/**
 * A row of bookings or attendance whose people are known.
 *
 * @param slot where it lies now
 * @param key under which it is known, or will be
 * @param lain where it lay when it was imported; the same as {@code slot} unless the export says otherwise since
 */
record Resolved<R extends Row>(R row, String client, Slot slot, String key, Slot lain) {

    static <R extends Row> Resolved<R> of(R row, String client, Slot slot) {
        return new Resolved<>(row, client, slot, slot.key(client), slot);
    }

    /**
     * Rows that were imported before under another time or another clinician are known again: the same client on the
     * same day, where the file no longer has the row as it was. Otherwise a session would be here twice, and billed
     * twice.
     */
    static <R extends Row> List<Resolved<R>> knownAgain(List<Resolved<R>> rows, Kind kind, Known known) {
        Set<String> here = new HashSet<>();
        rows.forEach(one -> here.add(one.key()));
        var gone = new HashMap<String, List<String>>();
        for (var key : known.keys(kind)) {
            if (!here.contains(key)) {
                gone.computeIfAbsent(dayAndClient(key), _ -> new ArrayList<>()).add(key);
            }
        }
        var statuses = new HashMap<SessionId, Session>();
        known.sessions().forEach(session -> statuses.put(session.id(), session));
        return rows.stream()
                .map(one -> known.row(kind, one.key()).isPresent()
                        ? one
                        : again(one, gone.getOrDefault(dayAndClient(one.key()), List.of()), kind, known, statuses))
                .toList();
    }

    private static <R extends Row> Resolved<R> again(
            Resolved<R> one, Collection<String> gone, Kind kind, Known known, Map<SessionId, Session> sessions) {
        var was = gone.stream()
                .filter(key -> Slot.ofKey(key).start().equals(one.slot().start())
                        || Slot.ofKey(key).leader().equals(one.slot().leader()))
                .filter(key -> isOn(key, kind, known, sessions))
                .toList();
        if (was.size() != 1) {
            return one;
        }
        var key = was.getFirst();
        var id = known.row(kind, key).orElseThrow().session();
        var session = id == null ? null : sessions.get(new SessionId(id));
        var lain = session == null ? Slot.ofKey(key) : known.slot(session).orElse(Slot.ofKey(key));
        return new Resolved<>(one.row(), one.client(), one.slot(), key, lain);
    }

    private static boolean isOn(String key, Kind kind, Known known, Map<SessionId, Session> sessions) {
        var id = known.row(kind, key).orElseThrow().session();
        var session = id == null ? null : sessions.get(new SessionId(id));
        return session == null || session.status() == Session.Status.PLANNED;
    }

    private static String dayAndClient(String key) {
        return Slot.ofKey(key).date() + "|" + Slot.clientOfKey(key);
    }
}
