package org.circlekeeper.waitlist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.waitlist.Answer;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.Fit;
import org.circlekeeper.waitlist.Screenings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screening asks about somebody: each criterion, with what the program can look up filled in. */
@Component
class Questions {

    private final Kinds kinds;
    private final Screenings screenings;
    private final Charts charts;
    private final Clock clock;

    Questions(Kinds kinds, Screenings screenings, Charts charts, Clock clock) {
        this.kinds = kinds;
        this.screenings = screenings;
        this.charts = charts;
        this.clock = clock;
    }

    List<EntryPage.Question> of(Entry entry, LocalDate today) {
        var answers = screenings.answers(entry.id());
        return criteria(entry).stream()
                .map(criterion -> question(criterion, entry, answers.get(criterion.id()), today))
                .toList();
    }

    /** The answers that a form carries; a criterion that the program looks up itself is not answered by hand. */
    List<Answer> read(Entry entry, Map<String, String> typed, String by, LocalDate today) {
        var answers = new ArrayList<Answer>();
        for (var criterion : criteria(entry)) {
            var found = Reading.of(typed.getOrDefault("found-" + criterion.id(), ""), Answer.Found::valueOf);
            if (found.isPresent() && lookedUp(criterion, entry, today).isEmpty()) {
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

    private EntryPage.Question question(Criterion criterion, Entry entry, @Nullable Answer answer, LocalDate today) {
        var known = lookedUp(criterion, entry, today);
        var said = answer == null
                ? new Answer(criterion.id(), inChart(criterion, entry), "", "", clock.instant())
                : answer;
        var found = Fit.found(criterion, entry, said, today);
        return new EntryPage.Question(
                criterion.id().toString(),
                criterion.says(),
                criterion.excludes(),
                known.orElse(null),
                found.name(),
                said.words(),
                said.by());
    }

    /** In words, what the program knows by itself. */
    private static Optional<String> lookedUp(Criterion criterion, Entry entry, LocalDate today) {
        var who = entry.who();
        var age = who.ageOn(today);
        return switch (criterion.kind()) {
            case AGE_FROM, AGE_TO -> Optional.ofNullable(age).map(years -> "They are " + years + ".");
            case LANGUAGE ->
                Optional.of(who.language()).filter(word -> !word.isEmpty()).map(word -> "They speak " + word + ".");
            case LEVEL ->
                Optional.of(who.level()).filter(word -> !word.isEmpty()).map(word -> "Their level: " + word + ".");
            case DIAGNOSIS, STATEMENT -> Optional.empty();
        };
    }

    /** A diagnosis in the chart of a patient is proposed as the answer; a person confirms it by saving. */
    private Answer.Found inChart(Criterion criterion, Entry entry) {
        var patient = entry.patient();
        if (criterion.kind() != Criterion.Kind.DIAGNOSIS || patient == null) {
            return Answer.Found.UNKNOWN;
        }
        var diagnoses = charts.diagnoses(patient);
        if (diagnoses.isEmpty()) {
            return Answer.Found.UNKNOWN;
        }
        boolean met = diagnoses.stream().anyMatch(one -> begins(one.code().toString(), criterion.wanted()));
        return met ? Answer.Found.MET : Answer.Found.NOT_MET;
    }

    private static boolean begins(String code, String wanted) {
        return Arrays.stream(wanted.split(","))
                .map(String::strip)
                .filter(beginning -> !beginning.isEmpty())
                .anyMatch(code::startsWith);
    }
}
