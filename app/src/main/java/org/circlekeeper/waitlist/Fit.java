package org.circlekeeper.waitlist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Apart;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Weekdays;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;

/**
 * Decides whether somebody who waits and a seat of a group go together, and says all that speaks against it: age,
 * level, times, criteria, who sits there. It never says that they fit: that is a therapist's word, without which nobody
 * is offered anything. Pure.
 */
public final class Fit {

    private static final String OURS = "this practice";

    private Fit() {}

    public static List<Finding> assess(Candidate candidate, Place place, Instant now) {
        var findings = new ArrayList<Finding>();
        findings.addAll(decided(candidate, place, now));
        findings.addAll(joining(place, now));
        findings.addAll(times(candidate, place, now));
        findings.addAll(taken(candidate, place, now));
        place.criteria().stream()
                .filter(criterion -> criterion.standsFor(place.group().id()))
                .flatMap(criterion -> Meets.assess(
                        criterion,
                        candidate.known(),
                        candidate.answers().get(criterion.id()),
                        place.from(),
                        sentence -> because(candidate, sentence, now))
                        .stream())
                .forEach(findings::add);
        findings.addAll(company(candidate, place, now));
        findings.addAll(letGo(candidate, place, now));
        return findings;
    }

    /** Whether something stands against it. */
    public static boolean holds(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::holds);
    }

    private static List<Finding> decided(Candidate candidate, Place place, Instant now) {
        if (!candidate.entry().fits()) {
            return List.of(new Finding(
                    "fit-undecided",
                    Finding.Weight.ALWAYS_HOLDS,
                    because(candidate, "No therapist has said that they fit.", now),
                    "Ask the therapist; nobody is offered a seat by silence.",
                    OURS));
        }
        return candidate.onlyIn().isEmpty()
                        || candidate.onlyIn().contains(place.group().id())
                ? List.of()
                : List.of(new Finding(
                        "fits-another-group",
                        Finding.Weight.ALWAYS_HOLDS,
                        because(
                                candidate,
                                "The therapist named groups in which they fit, and not "
                                        + place.group().name() + ".",
                                now),
                        "Offer a seat of a group that was named, or ask the therapist.",
                        OURS));
    }

    private static List<Finding> joining(Place place, Instant now) {
        if (place.joining() == Joining.DROP_IN) {
            return List.of(new Finding(
                    "open-to-whoever-comes",
                    Finding.Weight.ALWAYS_HOLDS,
                    Because.of(
                            place.group().name() + " is open to whoever comes: no seat is kept there.",
                            new Evidence(
                                    place.group().name(),
                                    "/groups/" + place.group().id(),
                                    now)),
                    "Tell them when it meets.",
                    OURS));
        }
        boolean windows = place.joining() == Joining.COHORT || place.joining() == Joining.WINDOWS;
        if (!windows || place.windows().stream().anyMatch(window -> window.includes(place.from()))) {
            return List.of();
        }
        return List.of(new Finding(
                "enrolment-closed",
                Finding.Weight.HOLDS,
                Because.of(
                        place.group().name() + " takes new members "
                                + place.joining().onScreen() + ", and not on " + Words.shortDay(place.from()) + ".",
                        new Evidence(
                                place.group().name(), "/groups/" + place.group().id(), now)),
                "Choose a first day on which it takes members.",
                OURS));
    }

    private static List<Finding> times(Candidate candidate, Place place, Instant now) {
        var times = candidate.entry().who().times();
        var weekly = place.times().stream()
                .filter(series ->
                        series.days().last() == null || !series.days().last().isBefore(place.from()))
                .toList();
        if (weekly.isEmpty() || weekly.stream().anyMatch(one -> suit(times, one))) {
            return List.of();
        }
        var meets = weekly.getFirst();
        return List.of(new Finding(
                "time-unsuitable",
                Finding.Weight.HOLDS,
                because(
                        candidate,
                        place.group().name() + " meets " + Weekdays.words(meets) + "; they can come " + times.onScreen()
                                + ".",
                        now),
                "Ask whether that time would do, or choose another group.",
                OURS));
    }

    /** The names of other groups are left out: not everybody who looks at a waitlist may know who sits where. */
    private static List<Finding> taken(Candidate candidate, Place place, Instant now) {
        var findings = new ArrayList<Finding>();
        for (var one : candidate.taken()) {
            var days = one.group().equals(place.group().id())
                    ? one.days().stream()
                            .filter(day -> !day.isBefore(place.from()))
                            .toList()
                    : List.<LocalDate>of();
            if (!days.isEmpty()) {
                var when = Words.shortDay(days.getFirst())
                        + (days.size() == 1 ? "." : " first, " + days.size() + " times in what is planned.");
                findings.add(new Finding(
                        one.alone() ? "appointment-then" : "group-then",
                        Finding.Weight.HOLDS,
                        because(
                                candidate,
                                (one.alone()
                                                ? "They have an appointment of their own while "
                                                        + place.group().name() + " meets: "
                                                : "They have a seat in another group, which meets while "
                                                        + place.group().name() + " does: ")
                                        + when,
                                now),
                        one.alone()
                                ? "Move the appointment first, or say why they are offered the seat all the same."
                                : "Pause or end that seat first, or say why they are offered this one all the same.",
                        OURS));
            }
        }
        return findings;
    }

    private static boolean suit(Times times, Series series) {
        return Arrays.stream(DayOfWeek.values())
                .anyMatch(day -> series.rule().meetsOn(day) && times.suit(day, series.start()));
    }

    private static List<Finding> company(Candidate candidate, Place place, Instant now) {
        var patient = candidate.entry().patient();
        if (patient == null) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        if (place.seated().contains(patient)) {
            findings.add(new Finding(
                    "seated-already",
                    Finding.Weight.ALWAYS_HOLDS,
                    because(candidate, "They have a seat in " + place.group().name() + " already.", now),
                    "Close this entry.",
                    OURS));
        }
        candidate.apart().stream()
                .filter(pair ->
                        pair.days().last() == null || !pair.days().last().isBefore(place.from()))
                .flatMap(pair -> beside(pair, pair.one().equals(patient) ? pair.other() : pair.one(), place).stream()
                        .map(sentence -> new Finding(
                                pair.byOrder() ? "protective-order" : "do-not-group-with",
                                pair.byOrder() ? Finding.Weight.ALWAYS_HOLDS : Finding.Weight.HOLDS,
                                because(candidate, sentence, now),
                                "Choose another group.",
                                OURS)))
                .forEach(findings::add);
        return findings;
    }

    /** What is said of the other half of a pair who sits in the place's group or is to: nothing of who it is. */
    private static Optional<String> beside(Apart pair, PatientId other, Place place) {
        var who = place.seated().contains(other)
                ? Optional.of("Somebody with a seat in ")
                : place.promised().contains(other)
                        ? Optional.of("Somebody for whom a seat is kept in ")
                        : Optional.<String>empty();
        return who.map(words -> words
                + place.group().name()
                + (pair.byOrder()
                        ? " and they are kept apart by a court's order."
                        : " and they are not to sit together."));
    }

    private static List<Finding> letGo(Candidate candidate, Place place, Instant now) {
        var day = candidate.letGo().get(place.group().id());
        return day == null
                ? List.of()
                : List.of(new Finding(
                        "let-go-lately",
                        Finding.Weight.HOLDS,
                        because(
                                candidate,
                                "They had a seat in " + place.group().name() + " offered until " + Words.shortDay(day)
                                        + " and did not take it.",
                                now),
                        "Offer it once more only when they ask for it.",
                        OURS));
    }

    private static Because because(Candidate candidate, String sentence, Instant now) {
        return Because.of(
                sentence,
                new Evidence("The entry on the waitlist.", candidate.entry().href(), now));
    }
}
