package org.circlekeeper.forms;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody answered: link id to value. A yes is {@code true}, a no {@code false}; a day {@code 2026-11-23}; a
 * choice its code, or other words where they are allowed; a file the id under which it is kept. Names keep every letter
 * of every script (NFC); blanks around and line ends of other systems are evened out, and what is empty is no answer.
 */
public record Answers(Map<String, String> values) {

    /** Sent instead of a code when other words are written in a field beside; see {@link #OTHER_FIELD}. */
    public static final String OTHER = "~other";

    /** Sent instead of a code by whoever takes their choice back. */
    public static final String NOTHING = "~nothing";

    /** Behind a link id: the field for other words. */
    public static final String OTHER_FIELD = "~words";

    /** What follows a link id in the name of the field that opens the camera. */
    public static final String PHOTO_FIELD = "~photo";

    private static final Answers NONE = new Answers(Map.of());

    public Answers {
        var kept = new LinkedHashMap<String, String>();
        values.forEach((linkId, value) -> {
            var clean = clean(value);
            if (!clean.isEmpty()) {
                kept.put(linkId, clean);
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    public static Answers none() {
        return NONE;
    }

    /** Of the fields of a page those that are questions of the form, each named by its link id. */
    public static Answers typed(Questionnaire questionnaire, Map<String, String> fields) {
        var values = new LinkedHashMap<String, String>();
        questionnaire.questions().forEach(question -> values.put(question.linkId(), typed(question, fields)));
        return new Answers(values);
    }

    /** Other words count without the tick beside them; with another tick both stay, to be asked which is meant. */
    private static String typed(Item.Question question, Map<String, String> fields) {
        var value = fields.getOrDefault(question.linkId(), "");
        if (!(question.answering() instanceof Answering.Choice choice)) {
            return value.equals(NOTHING) ? "" : value;
        }
        var words = choice.open() ? clean(fields.getOrDefault(question.linkId() + OTHER_FIELD, "")) : "";
        if (words.isEmpty()) {
            return value.equals(OTHER) || value.equals(NOTHING) ? "" : value;
        }
        return value.isEmpty() || value.equals(OTHER) ? words : new Twofold(value, words).value();
    }

    /**
     * A tick and other words that were sent together. It is no answer, since other words are one line; see
     * {@link Answered}.
     *
     * @param ticked the code of an option, or {@link #NOTHING}
     */
    record Twofold(String ticked, String words) {

        private static final String BETWEEN = "\n";

        static Optional<Twofold> of(Answering.Choice choice, String value) {
            int at = value.indexOf(BETWEEN);
            return Optional.of(value)
                    .filter(_ -> choice.open() && at > 0)
                    .map(both -> new Twofold(both.substring(0, at), both.substring(at + 1)))
                    .filter(both -> both.ticked.equals(NOTHING)
                            || choice.option(both.ticked).isPresent());
        }

        String value() {
            return ticked + BETWEEN + words;
        }
    }

    /** What stands in the form before anybody has written. */
    public static Answers initial(Questionnaire questionnaire) {
        var values = new LinkedHashMap<String, String>();
        questionnaire
                .questions()
                .forEach(one -> initial(one.answering()).ifPresent(it -> values.put(one.linkId(), it)));
        return new Answers(values);
    }

    private static Optional<String> initial(Answering answering) {
        return switch (answering) {
            case Answering.YesNo yesNo -> Optional.ofNullable(yesNo.initial()).map(String::valueOf);
            case Answering.Choice choice -> Optional.ofNullable(choice.initial());
            case Answering.Words words -> Optional.of(words.initial());
            case Answering.Day day -> Optional.ofNullable(day.initial()).map(String::valueOf);
            case Answering.Whole whole -> Optional.ofNullable(whole.initial()).map(String::valueOf);
            case Answering.Initials _, Answering.File _ -> Optional.empty();
        };
    }

    public Optional<String> value(String linkId) {
        return Optional.ofNullable(values.get(linkId));
    }

    /** The same with one answer changed; an empty one is taken away. */
    public Answers with(String linkId, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(linkId, value);
        return new Answers(changed);
    }

    private static String clean(String value) {
        return Normalizer.normalize(value.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
    }
}
