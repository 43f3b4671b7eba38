package org.circlekeeper.assistant.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.FederalHolidays;
import org.circlekeeper.practice.FormerRecords;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of settings shows. */
@Component
class SettingsPages {

    /** The zones of the fifty states, in words. */
    static final List<Choice> ZONES = List.of(
            new Choice("America/New_York", "Eastern (New York)"),
            new Choice("America/Chicago", "Central (Chicago)"),
            new Choice("America/Denver", "Mountain (Denver)"),
            new Choice("America/Phoenix", "Mountain without summer time (Phoenix)"),
            new Choice("America/Los_Angeles", "Pacific (Los Angeles)"),
            new Choice("America/Anchorage", "Alaska (Anchorage)"),
            new Choice("Pacific/Honolulu", "Hawaii (Honolulu)"));

    private static final List<Choice> PROFILES = List.of(
            new Choice("SOLO", "I work alone: it waits a day"),
            new Choice("SMALL", "A small practice: whoever gave the reason may"),
            new Choice("FIRM", "A firm: another person than gave the reason"));

    private final Rounds rounds;
    private final Practices practices;
    private final PracticeRules rules;
    private final Payers payers;

    SettingsPages(Rounds rounds, Practices practices, PracticeRules rules, Payers payers) {
        this.rounds = rounds;
        this.practices = practices;
        this.rules = rules;
        this.payers = payers;
    }

    ModelAndView show(Filled form) {
        var view = new ModelAndView("org/circlekeeper/assistant/web/settings", "page", page(form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private SettingsPage page(Filled form) {
        var practice = practices.current();
        var today = practices.today();
        var holidays = rules.holidays();
        var levels = rules.trust();
        return new SettingsPage(
                form.name().equals("practice") ? form : PracticeForm.of(practice),
                zones(practice.zone()),
                PROFILES,
                rounds.trusted().stream()
                        .map(duty -> new SettingsPage.Kind(
                                duty.id(), duty.promise(), levels.getOrDefault(duty.id(), Trust.PROPOSE)))
                        .toList(),
                rounds.duties().stream()
                        .filter(Duty::keepsPromise)
                        .map(Duty::promise)
                        .toList(),
                days(holidays),
                federal(holidays, today),
                payers.fees().stream()
                        .map(fee -> new SettingsPage.Fee(
                                fee.code().value(),
                                Words.day(fee.from()),
                                fee.charge().toString()))
                        .toList(),
                rules.formerRecords().map(SettingsPages::attested).orElse(""),
                today,
                form);
    }

    /** The practice's own zone stands in the list whatever it is. */
    private static List<Choice> zones(ZoneId own) {
        return ZONES.stream().anyMatch(zone -> zone.value().equals(own.getId()))
                ? ZONES
                : Stream.concat(Stream.of(new Choice(own.getId(), own.getId())), ZONES.stream())
                        .toList();
    }

    /** From today on and up to the end of next year. */
    static List<SettingsPage.Day> federal(Map<LocalDate, String> known, LocalDate today) {
        return Stream.of(today.getYear(), today.getYear() + 1)
                .flatMap(year -> FederalHolidays.of(year).entrySet().stream())
                .filter(holiday -> !holiday.getKey().isBefore(today) && !known.containsKey(holiday.getKey()))
                .map(holiday -> day(holiday.getKey(), holiday.getValue()))
                .toList();
    }

    private static List<SettingsPage.Day> days(Map<LocalDate, String> holidays) {
        return holidays.entrySet().stream()
                .map(day -> day(day.getKey(), day.getValue()))
                .toList();
    }

    private static SettingsPage.Day day(LocalDate day, String name) {
        return new SettingsPage.Day(day.toString(), Words.day(day), name);
    }

    private static String attested(FormerRecords records) {
        return records.attestedBy() + " attests: for visits up to " + Words.day(records.on()) + ", "
                + Words.list(records.covers()) + " are held in the records kept before Circlekeeper.";
    }
}
