package org.circlekeeper.scheduling.web;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * Everything the calendar shows, by weeks or as a list.
 *
 * @param form the filters as they are set
 * @param keeps whether whoever looks may change the calendar
 * @param query what the filters add to each address
 */
public record CalendarPage(
        LocalDate first,
        LocalDate last,
        List<Day> days,
        Filled form,
        List<Choice> leaders,
        List<Choice> rooms,
        boolean keeps,
        String query) {

    /**
     * One day.
     *
     * @param holiday its name, when the practice keeps one
     */
    public record Day(
            LocalDate day, boolean today, @Nullable String holiday, List<Item> items) {

        public String name() {
            return Words.shortDay(day);
        }
    }

    /**
     * One thing in the calendar.
     *
     * @param href its page; null when it belongs to another leader
     * @param change where it is moved or cancelled, for whoever may
     * @param word how it stands; empty when there is nothing to say
     * @param says what else there is to know, as {@code substitute for Marcus Bell}
     */
    public record Item(
            String time,
            String title,
            String leader,
            String room,
            @Nullable String href,
            @Nullable String change,
            Tone tone,
            String word,
            String says,
            String css) {}

    /** {@code 23 to 29 Nov 2026}, with what stands before it. */
    public String span() {
        return Words.shortDay(first) + " to " + Words.day(last);
    }

    public boolean isEmpty() {
        return days.stream().allMatch(day -> day.items().isEmpty());
    }

    public boolean isFiltered() {
        return form.has("leader") || form.has("room");
    }

    /** The address of this view on another day, with the filters as they are. */
    public String at(String view, LocalDate day) {
        return view + "?day=" + day + query;
    }

    public LocalDate before() {
        return first.minusDays(length());
    }

    public LocalDate after() {
        return last.plusDays(1);
    }

    private long length() {
        return last.toEpochDay() - first.toEpochDay() + 1;
    }
}
