package org.circlekeeper.movein.plan;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.movein.ImportResult;
import org.circlekeeper.movein.MissingColumn;
import org.circlekeeper.movein.Notice;
import org.circlekeeper.movein.Refused;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.roster.Group;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do. Making it changes nothing.
 *
 * @param lateSheets attendance for sessions that are here already and in no appointment of the files
 * @param part2 groups here that the files put under 42 CFR Part 2
 * @param entries every row taken, new ones and those imported before
 * @param gone rows that were imported before and that the files hold no more
 */
public record Plan(
        List<GroupSeen> groups,
        List<Meeting> lateSheets,
        List<Group> part2,
        List<Entry> entries,
        int patients,
        List<Gone> gone,
        List<Refused> refused,
        List<Notice> notices,
        List<MissingColumn> missing,
        boolean whole) {

    /** A row that was imported before, under its key, and what a person calls it. */
    public record Gone(Kind kind, String key, String called) {}

    public List<Entry> fresh() {
        return entries.stream().filter(Entry::isFresh).toList();
    }

    public List<Entry> changed() {
        return entries.stream().filter(entry -> !entry.differences().isEmpty()).toList();
    }

    /** In words and numbers, as a person or a program reads it. */
    public ImportResult result(@Nullable UUID undo, int accepted) {
        int fresh = fresh().size();
        var changed = changed();
        return new ImportResult(
                groups.size(),
                groups.stream().mapToInt(group -> group.meetings().size()).sum(),
                patients,
                fresh,
                entries.size() - fresh - changed.size(),
                changed.size(),
                accepted,
                refused,
                changed.stream().flatMap(entry -> entry.differences().stream()).toList(),
                gone.stream()
                        .map(one -> new ImportResult.Vanished(one.kind().file(), one.called()))
                        .toList(),
                notices,
                missing,
                undo,
                whole);
    }
}
