package org.circlekeeper.waitlist.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.FitDecision;
import org.circlekeeper.waitlist.Screenings;
import org.circlekeeper.waitlist.Sight;
import org.circlekeeper.waitlist.Waitlist;
import org.circlekeeper.waitlist.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Screening somebody: when, what was found, and what the therapist decides. */
@Controller
@ConditionalOnWebApplication
public class ScreeningController {

    /** More groups than this are not named at once: then none are. */
    private static final int MOST_NAMED = 200;

    private final Screenings screenings;
    private final Questions questions;
    private final Waitlist waitlist;
    private final Sight sight;
    private final Groups groups;
    private final Practices practices;

    ScreeningController(
            Screenings screenings,
            Questions questions,
            Waitlist waitlist,
            Sight sight,
            Groups groups,
            Practices practices) {
        this.screenings = screenings;
        this.questions = questions;
        this.waitlist = waitlist;
        this.sight = sight;
        this.groups = groups;
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

    /** The therapist's word, in one tap; more only where they want to say more. */
    @Needs(Permission.DECIDE_FIT)
    @PostMapping("/waitlist/{id}/decision")
    Next decide(
            SignedIn who,
            @PathVariable EntryId id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> in) {
        var entry = sight.open(who, id);
        var said = Reading.of(typed.getOrDefault("decision", ""), FitDecision::valueOf);
        if (said.isEmpty() || !(who.actor() instanceof Actor.Person person)) {
            return Next.to(entry.href()).refusing("Choose what you decide.");
        }
        var named = said.get() == FitDecision.OTHER_GROUP ? List.of(typed.getOrDefault("other", "")) : ticked(in);
        var groups = read(named, said.get() == FitDecision.FIT ? entry : null);
        if (groups.size() < named.stream().filter(name -> !name.isBlank()).count()) {
            return Next.to(entry.href()).refusing("Not changed: choose the group from the list.");
        }
        var back =
                Reading.of(typed.getOrDefault("backOn", ""), LocalDate::parse).filter(ScreeningController::ofOurTimes);
        var words = Reading.plain(typed.getOrDefault("words", ""));
        var word = new Word(said.get(), Set.copyOf(groups), words, back.orElse(null));
        return screenings.decide(id, word, person)
                ? Next.to("/waitlist").saying(told(word))
                : Next.to(entry.href()).refusing("Not changed: a seat is offered or given. Take the offer back first.");
    }

    private static List<String> ticked(@Nullable List<String> in) {
        return in == null ? List.of() : in.stream().distinct().limit(MOST_NAMED).toList();
    }

    /** The groups of those ids, of the entry's kind when there is one given; what cannot be read is left out. */
    private List<GroupId> read(List<String> named, @Nullable Entry ofKind) {
        return named.stream()
                .flatMap(text -> Reading.of(text, GroupId::of).flatMap(groups::find).stream())
                .filter(group -> ofKind == null || group.type().equals(ofKind.type()))
                .map(Group::id)
                .toList();
    }

    private static String told(Word word) {
        return switch (word.decision()) {
            case FIT ->
                word.groups().isEmpty()
                        ? "They wait for a seat now."
                        : "They wait for a seat now, in the groups you named alone.";
            case OTHER_GROUP ->
                word.groups().isEmpty()
                        ? "The office tells them, in the same words for everybody, and looks for another group."
                        : "The group you named is kept: of the same kind they wait for it now, of another kind the office asks them.";
            case NOT_NOW -> "The office looks again on that day.";
            case TALK -> "The office speaks with you first. Nothing is decided.";
        };
    }

    private static boolean ofOurTimes(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() < 2200;
    }
}
