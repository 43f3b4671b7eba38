package org.circlekeeper.waitlist.web;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.waitlist.Answer;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.Known;
import org.circlekeeper.waitlist.Records;
import org.circlekeeper.waitlist.Screenings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screening asks about somebody: each criterion, with what the program can look up filled in. */
@Component
class Questions {

    private final Kinds kinds;
    private final Screenings screenings;
    private final Records records;
    private final Clock clock;

    Questions(Kinds kinds, Screenings screenings, Records records, Clock clock) {
        this.kinds = kinds;
        this.screenings = screenings;
        this.records = records;
        this.clock = clock;
    }

    List<EntryPage.Question> of(Entry entry, LocalDate today) {
        var answers = screenings.answers(entry.id());
        var known = known(entry);
        return criteria(entry).stream()
                .map(criterion -> question(criterion, known, answers.get(criterion.id()), today))
                .toList();
    }

    /** The answers that a form carries; a criterion that the program looks up itself is not answered by hand. */
    List<Answer> read(Entry entry, Map<String, String> typed, String by, LocalDate today) {
        var answers = new ArrayList<Answer>();
        var known = known(entry);
        for (var criterion : criteria(entry)) {
            var found = Reading.of(typed.getOrDefault("found-" + criterion.id(), ""), Answer.Found::valueOf);
            if (found.isPresent() && lookedUp(criterion, known, today).isEmpty()) {
                var words = Reading.plain(typed.getOrDefault("words-" + criterion.id(), ""));
                answers.add(new Answer(criterion.id(), found.get(), words, by, clock.instant()));
            }
        }
        return answers;
    }

    private List<Criterion> criteria(Entry entry) {
        return kinds.criteria(entry.type()).stream()
                .filter(criterion -> criterion.group() == null
                        || entry.wanted() == null
                        || criterion.group().equals(entry.wanted()))
                .toList();
    }

    private Known known(Entry entry) {
        return Known.of(entry.who(), records.of(entry.patient()));
    }

    private static EntryPage.Question question(
            Criterion criterion, Known known, @Nullable Answer answer, LocalDate today) {
        var proposed = answer == null ? known.proposed(criterion, today) : Optional.<Answer.Found>empty();
        var said = answer == null ? proposed.orElse(Answer.Found.UNKNOWN) : answer.found();
        return new EntryPage.Question(
                criterion.id().toString(),
                criterion.says(),
                criterion.excludes(),
                lookedUp(criterion, known, today).orElse(null),
                known.found(criterion, said, today).name(),
                answer == null ? "" : answer.words(),
                by(answer, proposed.isPresent()));
    }

    private static String by(@Nullable Answer answer, boolean proposed) {
        if (answer != null) {
            return answer.by();
        }
        return proposed ? "Proposed, as it is not among the diagnoses on file. It counts once it is saved." : "";
    }

    private static String languages(Known known) {
        return Stream.of(said("speak", known.speaks()), said("read papers in", known.reads()))
                .filter(words -> !words.isEmpty())
                .collect(joining(" and ", "They ", "."));
    }

    private static String said(String verb, String language) {
        return language.isEmpty() ? "" : verb + " " + language;
    }

    /**
     * In words, what the program knows by itself. That no diagnosis on file is one of those looked for is proposed as
     * the answer, and a person confirms it by saving.
     */
    private static Optional<String> lookedUp(Criterion criterion, Known known, LocalDate today) {
        return switch (criterion.kind()) {
            case AGE_FROM, AGE_TO -> known.age(today).map(years -> "They are " + years + ".");
            case LANGUAGE ->
                known.found(criterion, Answer.Found.UNKNOWN, today) == Answer.Found.UNKNOWN
                        ? Optional.empty()
                        : Optional.of(languages(known));
            case LEVEL ->
                Optional.of(known.level()).filter(word -> !word.isEmpty()).map(word -> "Their level: " + word + ".");
            case DIAGNOSIS ->
                known.hasDiagnosis(criterion.wanted(), today)
                        ? Optional.of("It is among the diagnoses on file.")
                        : Optional.empty();
            case STATEMENT -> Optional.empty();
        };
    }
}
