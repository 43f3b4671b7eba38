package org.circlekeeper.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.forms.Answering.Choice;
import org.circlekeeper.forms.Questionnaire.Band;
import org.jspecify.annotations.Nullable;

/** Adds up the scores of what was answered. Pure. */
public final class Scores {

    private Scores() {}

    /**
     * What came of it.
     *
     * @param points the sum; null while a scored question that is shown is not answered, or when none is scored
     * @param most the highest sum that the shown questions allow
     * @param band how the form calls the sum; null when it does not
     * @param crisis whether an answer calls for help now: true as soon as that one answer is there
     */
    public record Score(
            @Nullable Integer points, int most, @Nullable String band, boolean crisis) {

        /** As in {@code Sum 14 of 27, Moderate}; empty while there is none. */
        public Optional<String> inWords(Language language) {
            return Optional.ofNullable(points)
                    .map(sum -> language.say("Sum %d of %d", "Suma %d de %d").formatted(sum, most)
                            + (band == null ? "" : ", " + band));
        }
    }

    public static Score of(Questionnaire questionnaire, Answers answers) {
        var shown = Filling.enabled(questionnaire, answers);
        var scored = questionnaire
                .questions()
                .filter(one -> shown.contains(one.linkId()))
                .filter(one -> one.answering() instanceof Choice choice && choice.isScored())
                .toList();
        var points = sum(scored, answers);
        int most = scored.stream().mapToInt(Scores::most).sum();
        boolean crisis = scored.stream()
                .filter(one -> one.answering() instanceof Choice choice && choice.crisis())
                .anyMatch(one -> score(one, answers).filter(score -> score > 0).isPresent());
        return new Score(points, most, points == null ? null : band(questionnaire, points), crisis);
    }

    private static @Nullable Integer sum(List<Item.Question> scored, Answers answers) {
        var scores = scored.stream().map(one -> score(one, answers)).toList();
        return scores.isEmpty() || scores.stream().anyMatch(Optional::isEmpty)
                ? null
                : scores.stream().mapToInt(Optional::orElseThrow).sum();
    }

    private static Optional<Integer> score(Item.Question question, Answers answers) {
        return answers.value(question.linkId())
                .flatMap(code -> question.answering() instanceof Choice choice ? choice.option(code) : Optional.empty())
                .flatMap(option -> Optional.ofNullable(option.score()));
    }

    private static int most(Item.Question question) {
        return question.answering() instanceof Choice choice
                ? choice.options().stream()
                        .flatMap(option -> Stream.ofNullable(option.score()))
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)
                : 0;
    }

    private static @Nullable String band(Questionnaire questionnaire, int points) {
        return questionnaire.bands().stream()
                .filter(band -> band.from() <= points && points <= band.to())
                .map(Band::label)
                .findFirst()
                .orElse(null);
    }
}
