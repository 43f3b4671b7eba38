package org.circlekeeper.console.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.console.Alike;
import org.circlekeeper.console.Circle;
import org.circlekeeper.console.FirstSteps;
import org.circlekeeper.console.Today;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page Today shows to one person.
 *
 * @param promise the first sentence
 * @param claimed null for whoever sees no claims
 * @param undecided who was screened and waits for this person's word, where nobody else asks for it
 * @param elsewhere the person's other practices
 * @param alarms what cannot wait and nobody has closed
 * @param firstSteps what a practice that began empty still needs; none once it works
 */
public record TodayPage(
        Today.Moment moment,
        String promise,
        List<Question> questions,
        List<Line> done,
        List<Circle> today,
        List<Circle> later,
        Today.@Nullable Claimed claimed,
        long unbilled,
        Today.Weekly weekly,
        long notesToSign,
        Undecided undecided,
        List<Elsewhere> elsewhere,
        List<OpenAlarm> alarms,
        List<FirstSteps.FirstStep> firstSteps) {

    /** An alarm, without a word of whom it is about: everyone of the practice reads it. */
    public record OpenAlarm(String href, String since, String says) {}

    /**
     * Something that waits for a person.
     *
     * @param verb what the button says
     * @param rule what the practice may rely on, which is why this is asked
     * @param settles what would make it go away
     * @param agreement how a person agrees to what its duty proposes; null when that only asks
     */
    public record Question(
            JournalEntry entry,
            String text,
            String verb,
            boolean proposal,
            boolean mayAnswer,
            String rule,
            String settles,
            Manner.@Nullable Agreement agreement) {

        /** As in {@code The owner or the biller decides this.} */
        public String decides() {
            return Answering.decides(agreement);
        }
    }

    /**
     * Questions or proposals of one kind.
     *
     * @param href where one form answers them all; null where one press does
     */
    public record Together(
            String duty, String text, String verb, @Nullable String href, List<Question> questions) {

        public boolean mayAnswer() {
            return questions.stream().allMatch(Question::mayAnswer);
        }

        public String decides() {
            return questions.getFirst().decides();
        }
    }

    /** Three of one kind or more stand together; of fewer each stands alone. */
    public List<Together> together() {
        return questions.stream()
                .collect(groupingBy(question -> Alike.kind(question.entry()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(alike -> alike.size() >= Alike.WORTH_ONE)
                .map(Answering::together)
                .toList();
    }

    /** What one press answers, or what one form does. */
    public List<Together> together(boolean pressed) {
        return together().stream()
                .filter(kind -> (kind.href() == null) == pressed)
                .toList();
    }

    /** What was done, lines of one kind and moment folded into one. */
    public List<Folding.Fold> folds() {
        return Folding.of(done);
    }

    /** How many things wait: what stands together is one. */
    public long things() {
        return Alike.things(questions.stream().map(Question::entry).toList());
    }

    /** What does not stand together with others of its kind. */
    public List<Question> alone() {
        var gathered =
                together().stream().flatMap(kind -> kind.questions().stream()).toList();
        return questions.stream()
                .filter(question -> !gathered.contains(question))
                .toList();
    }

    /** How many wait for a therapist's word, and where it is said. */
    public record Undecided(long people, String href) {}

    /** Something the assistant did, and why. */
    public record Line(JournalEntry entry, String when, String rule) {}

    /** Another practice of the same person, and how many things wait there. */
    public record Elsewhere(PracticeId practice, String name, long open) {}

    /** As in {@code Mon 23 Nov 2026}. */
    public String day() {
        return Words.day(moment.today());
    }

    /** The visits behind the number, and no others. */
    public String unbilledHref() {
        return "/unbilled?from=" + Today.lastMonth(moment);
    }

    public String at(Instant instant) {
        return Words.moment(instant, moment.zone());
    }

    public String when(Circle circle) {
        return Words.shortDay(circle.day());
    }

    /** {@code Ten people, weekly: 40 claims a month. Your five groups: 200.} */
    public String fact() {
        var own = weekly.groups() == 0
                ? ""
                : " Your " + (weekly.groups() == 1 ? "group" : word(weekly.groups()) + " groups") + ": "
                        + weekly.claimsAMonth() + ".";
        return "Ten people, weekly: 40 claims a month." + own;
    }

    private static String word(long number) {
        return switch ((int) number) {
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            case 5 -> "five";
            case 6 -> "six";
            case 7 -> "seven";
            case 8 -> "eight";
            case 9 -> "nine";
            case 10 -> "ten";
            default -> Long.toString(number);
        };
    }
}
