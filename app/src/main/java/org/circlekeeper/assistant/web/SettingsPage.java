package org.circlekeeper.assistant.web;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.practice.Trust;

/**
 * Everything the page of settings shows.
 *
 * @param always what it keeps however far it may go, in its sentences
 * @param federal the federal holidays to come that are not in the list yet
 * @param attested what the owner has attested about former records, as a sentence; empty when nothing
 */
public record SettingsPage(
        Filled facts,
        List<Choice> zones,
        List<Choice> profiles,
        List<Kind> kinds,
        List<String> always,
        List<Day> holidays,
        List<Day> federal,
        List<Fee> fees,
        String attested,
        LocalDate today,
        Filled form) {

    /** One kind of work that the assistant can do. */
    public record Kind(String id, String promise, Trust level) {

        public boolean is(String name) {
            return level.name().equals(name);
        }
    }

    /** One day without groups. */
    public record Day(String iso, String words, String name) {}

    /** What a code costs from a day on. */
    public record Fee(String code, String from, String charge) {}

    /** How far it may go, in words. */
    public List<Choice> levels() {
        return List.of(
                new Choice("OFF", "Off"),
                new Choice("PROPOSE", "Propose, a person presses"),
                new Choice("ACT", "Act by myself"));
    }

    /** What former records can hold; the words are kept as they stand here. */
    public List<String> papers() {
        return List.of("treatment plans", "coverage checks", "consents");
    }

    public Filled holidayForm() {
        return named("holiday", Filled.blank("holiday"));
    }

    public Filled feeForm() {
        return named("fee", Filled.blank("fee").with("code", "90853").with("from", today.withDayOfYear(1)));
    }

    public Filled recordsForm() {
        return named("records", Filled.blank("records").with("on", today));
    }

    private Filled named(String name, Filled fresh) {
        return form.name().equals(name) ? form : fresh;
    }
}
