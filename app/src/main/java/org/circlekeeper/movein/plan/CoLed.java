package org.circlekeeper.movein.plan;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.terms.Npi;

/**
 * Sessions that two clinicians lead together, where the export has a row for each of them: the same people at the same
 * time. Such a session is one, whatever the order of its rows, and one of the two is billed for every week: whoever
 * leads it here already, else whoever leads that weekly time most often, else who is named first.
 */
final class CoLed {

    private final Map<Slot, Slot> led = new HashMap<>();
    private final Map<Slot, Set<String>> people = new LinkedHashMap<>();
    private final Map<Weekly, Integer> weeks = new HashMap<>();

    /** A clinician's time of the week. */
    private record Weekly(Npi leader, DayOfWeek weekday, LocalTime start) {

        static Weekly of(Slot slot) {
            return new Weekly(slot.leader(), slot.date().getDayOfWeek(), slot.start());
        }
    }

    private CoLed() {}

    /** What the rows say; {@code here} are the slots of sessions that are here already. */
    static CoLed of(List<Resolved<Row.Appointment>> rows, Set<Slot> here) {
        var all = new CoLed();
        rows.forEach(one ->
                all.people.computeIfAbsent(one.lain(), _ -> new HashSet<>()).add(one.client()));
        var atOnce = new LinkedHashMap<Object, List<Slot>>();
        for (var slot : all.people.keySet()) {
            all.weeks.merge(Weekly.of(slot), 1, Integer::sum);
            atOnce.computeIfAbsent(slot.date().atTime(slot.start()), _ -> new ArrayList<>())
                    .add(slot);
        }
        atOnce.values().stream().filter(slots -> slots.size() > 1).forEach(slots -> all.settle(slots, here));
        return all;
    }

    private void settle(Collection<Slot> slots, Set<Slot> here) {
        var left = new ArrayList<>(slots);
        left.sort(Comparator.comparing((Slot slot) -> !here.contains(slot))
                .thenComparing(slot -> -weeks.getOrDefault(Weekly.of(slot), 0)));
        while (!left.isEmpty()) {
            var leads = left.removeFirst();
            var beside = left.stream().filter(slot -> isOne(leads, slot)).toList();
            beside.forEach(slot -> led.put(slot, leads));
            left.removeAll(beside);
        }
    }

    /** Half of the fewer people in both: one person in two places is a slip, and no session led by two. */
    private boolean isOne(Slot one, Slot other) {
        var there = people.getOrDefault(other, Set.of());
        var both = new HashSet<>(people.getOrDefault(one, Set.of()));
        int fewer = Math.min(both.size(), there.size());
        both.retainAll(there);
        return !both.isEmpty() && 2 * both.size() >= fewer;
    }

    /** Where the session is that a row of bookings or attendance belongs to. */
    Slot at(Slot slot) {
        return led.getOrDefault(slot, slot);
    }

    boolean isBeside(Slot slot) {
        return led.containsKey(slot);
    }

    /** A row that is here already in the session that both lead has not moved because it names the other. */
    Resolved<Row.Appointment> settled(Resolved<Row.Appointment> one) {
        return at(one.slot()).equals(one.lain())
                ? new Resolved<>(one.row(), one.client(), one.lain(), one.key(), one.lain())
                : one;
    }

    /** Why the second of two such rows is refused; it follows the row's own name. */
    static String withTwo(Row.Appointment row, Row.Appointment other) {
        return " is booked with two clinicians on " + row.date() + " " + row.start() + " (row "
                + other.place().number()
                + " too). Keep the row of the one who is billed for; a session is billed once";
    }
}
