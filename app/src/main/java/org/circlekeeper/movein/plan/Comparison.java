package org.circlekeeper.movein.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.circlekeeper.movein.Difference;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.Row;
import org.jspecify.annotations.Nullable;

/** Tells what a row says otherwise than when it was imported, and whether a person may take that over with one word. */
final class Comparison {

    /** What makes the key, or decides nothing here. */
    private static final Set<String> NOT_COMPARED = Set.of(
            Column.CLIENT_ID.label(),
            Column.DATE.label(),
            Column.START.label(),
            Column.CLINICIAN.label(),
            Column.CODE.label(),
            Column.DATE_ADDED.label(),
            Column.NPI.label());

    private static final Set<String> BY_HAND_OF_CLIENTS = Set.of(Column.RESTRICTED.label());
    private static final Set<String> LENGTH = Set.of(Column.END.label(), Column.MINUTES.label());
    private static final Set<String> TAKEN_OVER_OF_ATTENDANCE = Set.of(
            Column.PRESENCE.label(),
            Column.ARRIVED.label(),
            Column.LEFT.label(),
            Column.MINUTES.label(),
            Column.RECORDED_BY.label());

    private static final Set<String> OF_INSURANCE = Set.of(
            Column.PAYER_NAME.label(),
            Column.PAYER_ID.label(),
            Column.MEMBER_ID.label(),
            Column.GROUP_NUMBER.label(),
            Column.RELATIONSHIP.label(),
            Column.SUBSCRIBER_FIRST.label(),
            Column.SUBSCRIBER_LAST.label(),
            Column.SUBSCRIBER_NAME.label());

    private static final String ACCEPT = "Accept it, or leave it as it is.";
    private static final String ACCEPT_INSURANCE =
            "Accept it: the insurance that was imported before ends yesterday, and this one begins today; what was "
                    + "typed in here stays. Or leave it as it is.";

    private Comparison() {}

    /** Somebody's own row beside what was imported of it. */
    static Entry person(Row row, String key, @Nullable Kept kept, String client) {
        return new Entry(
                row, key, kept, kept == null ? List.of() : differences(row, kept.said()), null, Duration.ZERO, client);
    }

    /** A row of a meeting beside what was imported of it. */
    static Entry seat(
            Row row, String key, @Nullable Kept kept, Meeting meeting, String client, List<Difference> moved) {
        var differences = new ArrayList<>(moved);
        if (kept != null) {
            boolean agrees = moved.stream().allMatch(Difference::acceptable)
                    && (!(row instanceof Row.Appointment booked) || booked.minutes() == meeting.minutes());
            differences(row, kept.said()).stream()
                    .map(one -> agrees || !LENGTH.contains(one.field()) ? one : alone(one))
                    .forEach(differences::add);
        }
        return new Entry(row, key, kept, differences, meeting.slot(), Duration.ofMinutes(meeting.minutes()), client);
    }

    /** A length that the other rows of the session do not have. */
    private static Difference alone(Difference one) {
        return new Difference(
                one.file(),
                one.row(),
                one.id(),
                one.field(),
                one.before(),
                one.after(),
                false,
                "Others of the session say otherwise in the file. Correct whichever is wrong.");
    }

    /**
     * Rows that the export has at another time, or under another clinician, than the session here. When all of the
     * session's rows agree on the new time, the session can be moved there.
     */
    static Map<Row, List<Difference>> moves(Meeting meeting, Function<Row, Slot> now) {
        var rows = meeting.seats().stream()
                .map(Seat::booked)
                .filter(row -> row != null)
                .toList();
        boolean together = rows.stream().map(now).distinct().count() == 1;
        var moves = new IdentityHashMap<Row, List<Difference>>();
        for (var row : rows) {
            var here = meeting.slot();
            var there = now.apply(row);
            if (!there.leader().equals(here.leader())) {
                moves.put(row, List.of(led(row, here, there)));
            } else if (!there.start().equals(here.start())) {
                moves.put(row, List.of(moved(row, here, there, together)));
            }
        }
        return moves;
    }

    private static Difference moved(Row row, Slot here, Slot there, boolean together) {
        return new Difference(
                row.place().file(),
                row.place().number(),
                row.id(),
                Column.START.label(),
                here.start().toString(),
                there.start().toString(),
                together,
                together
                        ? ACCEPT
                        : "Others of the session stay at " + here.start()
                                + " in the file. Correct whichever is wrong.");
    }

    private static Difference led(Row row, Slot here, Slot there) {
        return new Difference(
                row.place().file(),
                row.place().number(),
                row.id(),
                Column.CLINICIAN.label(),
                here.leader().value(),
                there.leader().value(),
                false,
                "If another clinician led the session, cancel it on its page and import again.");
    }

    private static List<Difference> differences(Row row, Map<String, String> said) {
        var differences = new ArrayList<Difference>();
        row.says().forEach((field, after) -> {
            var before = said.getOrDefault(field, "");
            if (!before.equals(after) && !NOT_COMPARED.contains(field) && !(isNo(before) && isNo(after))) {
                boolean acceptable = acceptable(row.kind(), field, before, after);
                differences.add(new Difference(
                        row.place().file(),
                        row.place().number(),
                        row.id(),
                        field,
                        before,
                        after,
                        acceptable,
                        acceptable ? accept(row.kind(), field) : remedy(row.kind())));
            }
        });
        return differences;
    }

    private static String accept(Kind kind, String field) {
        return kind == Kind.CLIENTS && OF_INSURANCE.contains(field) ? ACCEPT_INSURANCE : ACCEPT;
    }

    private static boolean isNo(String answer) {
        return answer.isEmpty() || answer.equals("no");
    }

    private static boolean acceptable(Kind kind, String field, String before, String after) {
        return switch (kind) {
            case STAFF -> false;
            case CLIENTS -> !BY_HAND_OF_CLIENTS.contains(field);
            case APPOINTMENTS ->
                LENGTH.contains(field) || field.equals(Column.RESTRICTED.label()) && after.equals("yes");
            case ATTENDANCE ->
                TAKEN_OVER_OF_ATTENDANCE.contains(field)
                        || field.equals(Column.RESTRICTED.label()) && after.equals("yes")
                        || field.equals(Column.NOTE_SIGNED_BY.label()) && before.isEmpty();
        };
    }

    private static String remedy(Kind kind) {
        return switch (kind) {
            case STAFF -> "Change it on the page of the practice's people, if it is right.";
            case CLIENTS -> "Mark the visits concerned on the member's page, if it is right.";
            case APPOINTMENTS ->
                "The session stays as it is here. Take that import back and import again, if it is right.";
            case ATTENDANCE -> "Correct it on the session's sheet, if it is right.";
        };
    }
}
