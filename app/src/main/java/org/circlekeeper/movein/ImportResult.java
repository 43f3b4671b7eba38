package org.circlekeeper.movein;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or in a dry run would do.
 *
 * @param groups how many the files hold; so are sessions and patients, on every run
 * @param imported rows that were new
 * @param unchanged rows that say what they said before
 * @param accepted differences that were taken over in this run
 * @param vanished rows imported before that the files no longer hold; nothing is deleted
 * @param missing columns that a person has to point out
 * @param undo takes this import back; null when it brought nothing new
 * @param whole false when a file could not be read at all and so nothing was imported
 */
public record ImportResult(
        int groups,
        int sessions,
        int patients,
        int imported,
        int unchanged,
        int changed,
        int accepted,
        List<Refused> refused,
        List<Difference> differences,
        List<Vanished> vanished,
        List<Notice> notices,
        List<MissingColumn> missing,
        @Nullable UUID undo,
        boolean whole) {

    public ImportResult {
        refused = List.copyOf(refused);
        differences = List.copyOf(differences);
        vanished = List.copyOf(vanished);
        notices = List.copyOf(notices);
        missing = List.copyOf(missing);
    }

    /** A row that was imported before and is in the files no more. */
    public record Vanished(String file, String id) {}
}
