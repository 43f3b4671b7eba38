package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks a person about leaders, rooms and members who are to be in two places at once: one question for each pair. */
@Component
class AskAboutClashes {

    private final ClashWords words;
    private final TwoSeatsStore twoSeats;
    private final TwoPlacesStore twoPlaces;

    AskAboutClashes(ClashWords words, TwoSeatsStore twoSeats, TwoPlacesStore twoPlaces) {
        this.words = words;
        this.twoSeats = twoSeats;
        this.twoPlaces = twoPlaces;
    }

    <A> List<Step<A>> about(List<CalendarPlan.Clash> clashes, Work work) {
        var steps = new ArrayList<Step<A>>();
        if (!clashes.isEmpty()) {
            var sentences = words.sentences(clashes.stream()
                    .flatMap(clash -> Stream.of(clash.has(), clash.wants()))
                    .toList());
            Map<String, List<CalendarPlan.Clash>> byPair = clashes.stream()
                    .sorted(Comparator.comparing(clash -> clash.wants().from()))
                    .collect(groupingBy(clash -> pair(clash, sentences), LinkedHashMap::new, toList()));
            byPair.forEach((pair, of) -> steps.add(leaderOrRoom(pair, of, sentences, work)));
        }
        twoSeats.after(work.now()).forEach(member -> steps.add(member(member, work)));
        twoPlaces.after(work.now()).forEach(member -> steps.add(alone(member, work)));
        return steps;
    }

    private static String pair(CalendarPlan.Clash clash, ClashWords.Sentences sentences) {
        var both = Stream.of(clash.has(), clash.wants())
                .map(sentences::key)
                .sorted()
                .toList();
        return "clash:" + clash.has().resource() + ":" + String.join("|", both);
    }

    private static <A> Step<A> leaderOrRoom(
            String key, List<CalendarPlan.Clash> clashes, ClashWords.Sentences sentences, Work work) {
        var first = clashes.getFirst();
        var who = sentences.resource(first.has().resource());
        var one = sentences.what(first.has());
        var other = sentences.what(first.wants());
        var when = when(first.wants().from(), work);
        var does = sentences.leaders().containsKey(first.has().resource())
                ? " is to be in two places on "
                : " is wanted twice on ";
        return new Step.Ask<>(
                key,
                who + does + when + ": " + one + " and " + other + ". Which of them changes?",
                "/calendar?day=" + first.wants().from().atZone(work.zone()).toLocalDate(),
                Because.of(
                        "Both are planned, and only the first is booked. " + times(clashes.size()),
                        new Evidence(one + " and " + other + " meet at one time.", "/calendar", work.now())));
    }

    private static String times(int times) {
        return times == 1 ? "It is so once." : "It is so " + times + " times in the next weeks.";
    }

    private static <A> Step<A> member(TwoSeatsStore.TwoSeats member, Work work) {
        var href = "/patients/" + member.patient();
        return new Step.Ask<>(
                "two-seats:" + member.patient() + ":" + member.oneId() + ":" + member.otherId(),
                "One member has a seat in " + seats(member) + ", which meet at one time on " + when(member.at(), work)
                        + ". Where do they sit?",
                href,
                Because.of(
                        "Nobody is in two rooms at once. " + times(member.times()),
                        new Evidence("Both groups expect this member.", href, work.now())));
    }

    /**
     * Both groups; one under Part 2 is not named, for whoever leads the other one reads this as well (42 CFR
     * 2.12(c)(3), 2.13(a)).
     */
    private static String seats(TwoSeatsStore.TwoSeats member) {
        var one = member.one();
        var other = member.other();
        if (one == null && other == null) {
            return "two groups";
        }
        return one == null
                ? other + " and in another group"
                : one + " and in " + (other == null ? "another group" : other);
    }

    private static <A> Step<A> alone(TwoPlacesStore.TwoPlaces member, Work work) {
        var href = "/calendar/appointments/" + member.appointment();
        return new Step.Ask<>(
                "two-places:" + member.appointment() + ":" + member.group(),
                "One member has an appointment of their own while " + expects(member) + " expects them on "
                        + when(member.at(), work) + ". Which of them changes?",
                href,
                Because.of(
                        "Nobody is in two rooms at once. Move the appointment, or pause the seat for that day.",
                        new Evidence("The appointment of this member.", href, work.now())));
    }

    /** One under Part 2 is not named: whoever holds the appointment reads this as well. */
    private static String expects(TwoPlacesStore.TwoPlaces member) {
        var group = member.name();
        return group == null ? "a group" : group;
    }

    private static String when(Instant at, Work work) {
        return Words.moment(at, work.zone());
    }
}
