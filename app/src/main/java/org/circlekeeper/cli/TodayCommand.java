package org.circlekeeper.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.practice.Practice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what was done today, what is asked, and what was not billed. */
@Command(name = "today", description = "Show what was done, what is asked and why, and every attendance not billed.")
final class TodayCommand implements Callable<Integer> {

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final int MOST = 1_000;

    @Mixin
    Common common = new Common();

    @Override
    public Integer call() {
        try (var desk = Desk.open(common)) {
            var practice = desk.practice(null);
            var actor = desk.actor(practice, Permission.SEE_TODAY);
            desk.note(practice, actor, "saw today");
            var day = desk.in(practice, () -> day(desk, practice));
            common.answer().say(day, words(day));
            return 0;
        }
    }

    /** What today answers. */
    record Day(List<Done> done, List<Asked> asked, Unbilled unbilled) {}

    /** Something that was done. */
    record Done(String key, String sentence, Instant at) {}

    /** Something that waits for a person. */
    record Asked(String key, String question, String because) {

        static Asked of(JournalEntry entry) {
            var sentence = entry.because().sentence();
            return new Asked(
                    entry.key(), entry.question() == null ? "Do this? " + sentence : entry.question(), sentence);
        }
    }

    /** Past attendance without a claim that lives. */
    record Unbilled(int total, Map<String, Long> byReason) {}

    private static Day day(Desk desk, Practice practice) {
        var today = LocalDate.ofInstant(desk.get(Clock.class).instant(), practice.zone());
        var journal = desk.get(Journal.class);
        var done = journal.doneSince(today.atStartOfDay(practice.zone()).toInstant(), MOST).stream()
                .map(entry -> new Done(entry.key(), entry.because().sentence(), entry.at()))
                .toList();
        var unbilled = desk.get(Claims.class).unbilled(BEGINNING, today);
        return new Day(
                done,
                journal.open().stream().map(Asked::of).toList(),
                new Unbilled(unbilled.total(), unbilled.byReason()));
    }

    private static List<String> words(Day day) {
        var words = new ArrayList<String>();
        words.add(day.done().isEmpty() ? "Nothing was done today." : "Done today:");
        day.done().forEach(done -> words.add("  " + done.sentence()));
        words.add(day.asked().isEmpty() ? "Nothing is asked." : "Asked:");
        day.asked().forEach(asked -> words.add("  " + asked.question()));
        words.add(
                day.unbilled().total() == 0
                        ? "Every attendance is billed."
                        : "Not billed: " + day.unbilled().total());
        var rows = new ArrayList<List<String>>();
        day.unbilled().byReason().forEach((reason, count) -> rows.add(List.of("  " + reason, String.valueOf(count))));
        words.addAll(Answer.table(rows));
        return words;
    }
}
