package org.circlekeeper.waitlist.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.FitDecision;
import org.circlekeeper.waitlist.Screenings;
import org.circlekeeper.waitlist.Sight;
import org.circlekeeper.waitlist.Waitlist;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Screening somebody: when, what was found, and what the therapist decides. */
@Controller
@ConditionalOnWebApplication
public class ScreeningController {

    private final Screenings screenings;
    private final Questions questions;
    private final Waitlist waitlist;
    private final Sight sight;
    private final Practices practices;

    ScreeningController(
            Screenings screenings, Questions questions, Waitlist waitlist, Sight sight, Practices practices) {
        this.screenings = screenings;
        this.questions = questions;
        this.waitlist = waitlist;
        this.sight = sight;
        this.practices = practices;
    }

    @Needs(Permission.MAKE_CALLS)
    @PostMapping("/waitlist/{id}/screening")
    Next screenAt(
            SignedIn who,
            @PathVariable EntryId id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time) {
        var entry = sight.open(who, id);
        var on = Reading.of(day, LocalDate::parse).filter(ScreeningController::ofOurTimes);
        var at = Reading.of(time, LocalTime::parse);
        if (on.isEmpty() || at.isEmpty()) {
            return Next.to(entry.href()).refusing("Choose a day and a time for the screening.");
        }
        var moment = on.get().atTime(at.get()).atZone(practices.current().zone());
        return waitlist.screenAt(id, moment.toInstant(), who.actor())
                ? Next.to(entry.href()).saying("The screening is set.")
                : Next.to(entry.href()).refusing("Not set: they are past screening.");
    }

    /** What screening found for each criterion. */
    @Needs(Permission.MAKE_CALLS)
    @PostMapping("/waitlist/{id}/answers")
    Next answer(SignedIn who, @PathVariable EntryId id, @RequestParam Map<String, String> typed) {
        var entry = sight.open(who, id);
        screenings.answer(entry, questions.read(entry, typed, who.name(), practices.today()), who.actor());
        return Next.to(entry.href()).saying("Written down.");
    }

    /** The therapist's word, in one tap. */
    @Needs(Permission.DECIDE_FIT)
    @PostMapping("/waitlist/{id}/decision")
    Next decide(
            SignedIn who,
            @PathVariable EntryId id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String backOn) {
        var entry = sight.open(who, id);
        var said = Reading.of(decision, FitDecision::valueOf);
        var back = Reading.of(backOn, LocalDate::parse).filter(ScreeningController::ofOurTimes);
        if (said.isEmpty() || !(who.actor() instanceof Actor.Person person)) {
            return Next.to(entry.href()).refusing("Choose what you decide.");
        }
        return screenings.decide(id, said.get(), Reading.plain(words), back.orElse(null), person)
                ? Next.to("/waitlist").saying(told(said.get()))
                : Next.to(entry.href()).refusing("Not changed: a seat is offered or given. Take the offer back first.");
    }

    private static String told(FitDecision decision) {
        return switch (decision) {
            case FIT -> "They wait for a seat now.";
            case OTHER_GROUP -> "The office tells them, in the same words for everybody, and looks for another group.";
            case NOT_NOW -> "The office looks again on that day.";
            case TALK -> "The office speaks with you first. Nothing is decided.";
        };
    }

    private static boolean ofOurTimes(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() < 2200;
    }
}
