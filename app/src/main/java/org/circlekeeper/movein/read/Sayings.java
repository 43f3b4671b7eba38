package org.circlekeeper.movein.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.movein.Notice;

/** Notices of one file. What would be said of many rows in the same words is said once, with their number. */
final class Sayings {

    private final Map<String, Notice> first = new LinkedHashMap<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();

    void add(Notice notice) {
        first.putIfAbsent(notice.sentence(), notice);
        times.merge(notice.sentence(), 1, Integer::sum);
    }

    List<Notice> each() {
        return first.values().stream().map(this::counted).toList();
    }

    private Notice counted(Notice notice) {
        int count = times.getOrDefault(notice.sentence(), 1);
        return count == 1
                ? notice
                : new Notice(notice.file(), notice.row(), "", notice.sentence() + " So it is in " + count + " rows.");
    }
}
