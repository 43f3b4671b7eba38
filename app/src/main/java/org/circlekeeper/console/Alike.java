package org.circlekeeper.console;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import org.circlekeeper.assistant.JournalEntry;

/** Which of the things that wait stand together, because one press or one form settles them all. Pure. */
public final class Alike {

    /** The question whether payers know leaders, one for each of both. */
    public static final String ENROLMENTS = "enrolments";

    /** Of fewer than this each stands alone. */
    public static final int WORTH_ONE = 3;

    private Alike() {}

    /** Of what kind an open entry is; one that stands alone is of its own. */
    public static String kind(JournalEntry entry) {
        var href = entry.href() == null ? "" : entry.href();
        if (entry.kind() == JournalEntry.Kind.PROPOSED) {
            return entry.duty();
        }
        return entry.duty().equals("prepare-claims") && href.startsWith("/payers/")
                ? ENROLMENTS
                : entry.duty() + " " + entry.key();
    }

    /** How many things there are to do: what stands together is one. */
    public static long things(List<JournalEntry> open) {
        return open.stream().collect(groupingBy(Alike::kind, counting())).values().stream()
                .mapToLong(alike -> alike >= WORTH_ONE ? 1 : alike)
                .sum();
    }
}
