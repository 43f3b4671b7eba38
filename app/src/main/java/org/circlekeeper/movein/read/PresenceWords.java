package org.circlekeeper.movein.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.attendance.Presence;

/** What other systems call somebody's coming or staying away. A word that is not here is refused, never guessed. */
final class PresenceWords {

    private static final Map<String, Presence> WORDS = new HashMap<>();

    static {
        put(
                Presence.PRESENT,
                "present, attended, arrived, show, showed, yes, y, kept, completed, complete, checked in, checked out, "
                        + "in person, virtual, video, telehealth, here, p");
        put(Presence.LATE, "late, arrived late, came late, tardy, late arrival");
        put(Presence.LEFT_EARLY, "left early, left before the end, early departure");
        put(Presence.ABSENT, "absent, no, n, no show, noshow, did not show, did not attend, missed, dns, dna, a");
        put(
                Presence.LATE_CANCEL,
                "late cancel, late cancelled, late canceled, late cancellation, cancelled late, canceled late");
        put(
                Presence.EXCUSED,
                "excused, excused absence, cancelled, canceled, cancellation, client cancelled, client canceled, "
                        + "clinician cancelled, clinician canceled, provider cancelled, provider canceled, rescheduled");
        put(
                Presence.UNMARKED,
                "unmarked, not marked, scheduled, booked, confirmed, pending, unknown, not recorded, tbd, ?");
        WORDS.put("", Presence.UNMARKED);
    }

    private PresenceWords() {}

    private static void put(Presence presence, String words) {
        for (var word : words.split(", ")) {
            WORDS.put(word, presence);
        }
    }

    static Optional<Presence> read(String text) {
        var plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_/\\s]+", " ")
                .replaceFirst("^appointment ", "");
        return Optional.ofNullable(WORDS.get(plain));
    }
}
