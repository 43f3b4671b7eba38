package org.circlekeeper.movein.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> TAKEN_OVER_OF_ATTENDANCE = Set.of(
            Column.PRESENCE.label(),
            Column.ARRIVED.label(),
            Column.LEFT.label(),
            Column.MINUTES.label(),
            Column.RECORDED_BY.label());

    private Comparison() {}

    static Entry compare(Row row, String key, @Nullable Kept kept, @Nullable Slot slot, String client) {
        return new Entry(row, key, kept, kept == null ? List.of() : differences(row, kept.said()), slot, client);
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
                        acceptable ? "Accept it, or leave it as it is." : remedy(row.kind())));
            }
        });
        return differences;
    }

    private static boolean isNo(String answer) {
        return answer.isEmpty() || answer.equals("no");
    }

    private static boolean acceptable(Kind kind, String field, String before, String after) {
        return switch (kind) {
            case STAFF -> false;
            case CLIENTS -> !BY_HAND_OF_CLIENTS.contains(field);
            case APPOINTMENTS -> field.equals(Column.RESTRICTED.label()) && after.equals("yes");
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
            case APPOINTMENTS -> "Change the session on its page, if it is right.";
            case ATTENDANCE -> "Correct it on the session's sheet, if it is right.";
        };
    }
}
