package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a form can be filled as it stands: ids, order, conditions, options, scores, sizes. Pure. */
public final class Soundness {

    /** So many headings may stand one beneath another. */
    public static final int DEEPEST = 4;

    /** So many items a form may have. */
    public static final int MOST_ITEMS = 300;

    private static final int MOST_OPTIONS = 50;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINE = 500;
    private static final Pattern LINK_ID = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9/._-]{0,99}");
    private static final Pattern CODE = Pattern.compile("[^\\s;|\\\\~]([^;|\\\\\\p{Cntrl}]{0,58}[^\\s;|\\\\])?");

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Answering> asked = new HashMap<>();

    private Soundness() {}

    /** Everything that is wrong, in the order in which it is read. */
    public static List<Fault> check(Questionnaire questionnaire) {
        var soundness = new Soundness();
        soundness.whole(questionnaire);
        questionnaire.items().forEach(item -> soundness.item(item, 1));
        return List.copyOf(soundness.faults);
    }

    private void whole(Questionnaire questionnaire) {
        line("", "title", questionnaire.title());
        if (questionnaire.title().isBlank()) {
            fault("", "It has no title. Write one.");
        }
        line("", "sentence about it", questionnaire.about());
        line("", "copyright line", questionnaire.copyright());
        long items = questionnaire.all().count();
        if (items == 0) {
            fault("", "It is empty. Write what is to be read or asked.");
        }
        if (items > MOST_ITEMS) {
            fault("", "It has " + items + " parts. Split it: " + MOST_ITEMS + " are the most.");
        }
        bands(questionnaire);
    }

    private void bands(Questionnaire questionnaire) {
        if (!questionnaire.bands().isEmpty() && !questionnaire.isScored()) {
            fault("", "It names sums of scores, and no answer has a score. Give the answers scores.");
        }
        int next = Integer.MIN_VALUE;
        for (var band : questionnaire.bands()) {
            if (band.from() < next || band.to() < band.from()) {
                fault("", "The sums named \"" + band.label() + "\" overlap or run backwards. Put them in order.");
            }
            next = band.to() + 1;
        }
    }

    private void item(Item item, int depth) {
        var id = item.linkId();
        if (!LINK_ID.matcher(id).matches()) {
            fault(id, "Its link id may hold letters, digits, slashes, points and hyphens, 100 at most. Change it.");
        }
        if (!ids.add(id)) {
            fault(id, "Two parts are called so. Give one of them another link id.");
        }
        if (item.text().isBlank()) {
            fault(id, "It says nothing. Write its text.");
        }
        if (item.text().length() > LONGEST_TEXT) {
            fault(id, "Its text is too long. Split it: " + LONGEST_TEXT + " characters are the most.");
        }
        conditions(item);
        switch (item) {
            case Item.Group group -> {
                line(id, "heading", group.text());
                if (depth > DEEPEST) {
                    fault(
                            id,
                            "It lies too deep. Bring it up: " + DEEPEST
                                    + " headings, one beneath another, are the most.");
                } else {
                    group.items().forEach(one -> item(one, depth + 1));
                }
            }
            case Item.Display _ -> {}
            case Item.Question question -> {
                line(id, "help", question.help());
                answering(question);
                asked.put(id, question.answering());
            }
        }
    }

    private void conditions(Item item) {
        var when = item.when();
        if (when != null) {
            when.conditions().forEach(condition -> condition(item.linkId(), condition));
        }
    }

    /** What is asked later cannot decide what is shown now: questions are met one after another. */
    private void condition(String id, When.Condition condition) {
        var on = condition.question();
        var answering = asked.get(on);
        if (answering == null) {
            fault(
                    id,
                    "It is shown by an answer to \"" + on
                            + "\", which is no question before it. Name an earlier question.");
        } else if (!Comparing.fits(answering, condition)) {
            fault(id, "The answer to \"" + on + "\" cannot be compared like that. " + Comparing.remedy(answering));
        }
    }

    private void answering(Item.Question question) {
        switch (question.answering()) {
            case Answering.Choice choice -> choice(question.linkId(), choice);
            case Answering.Words words -> {
                if (words.most() < 1 || words.most() > Answering.Words.LONGEST) {
                    fault(question.linkId(), "Allow between 1 and " + Answering.Words.LONGEST + " characters.");
                }
                line(question.linkId(), "beginning", words.initial());
                if (words.initial().length() > words.most()) {
                    fault(
                            question.linkId(),
                            "What stands there from the beginning is longer than allowed. Shorten it.");
                }
            }
            case Answering.Initials _, Answering.YesNo _, Answering.Day _, Answering.Whole _, Answering.File _ -> {}
        }
    }

    private void choice(String id, Answering.Choice choice) {
        var codes = choice.options().stream().map(Answering.Option::code).toList();
        if (codes.isEmpty() || codes.size() > MOST_OPTIONS) {
            fault(id, "Give it between 1 and " + MOST_OPTIONS + " answers to choose from.");
        }
        if (Set.copyOf(codes).size() < codes.size()) {
            fault(id, "Two answers have the same code. Give each its own.");
        }
        choice.options().stream()
                .filter(option ->
                        !CODE.matcher(option.code()).matches() || option.label().isBlank())
                .forEach(option -> fault(
                        id,
                        "The answer \"" + option.code() + "\" needs words, and a code of at most 60"
                                + " characters without ; | \\ or ~ at its beginning."));
        choice.options().forEach(option -> line(id, "answer", option.label()));
        long scored = choice.options().stream()
                .map(Answering.Option::score)
                .filter(Objects::nonNull)
                .count();
        if (scored > 0 && scored < codes.size()) {
            fault(id, "Some answers have a score and some have none. Give each one, or none.");
        }
        if (choice.crisis() && scored == 0) {
            fault(id, "It calls for help above a score of nought, and its answers have no score. Give them scores.");
        }
        var initial = choice.initial();
        if (initial != null && !codes.contains(initial)) {
            fault(id, "What is chosen from the beginning is none of its answers. Choose one of them.");
        }
    }

    private void line(String where, String what, String text) {
        if (text.length() > LONGEST_LINE || text.contains("\n")) {
            fault(where, "Its " + what + " may be one line of at most " + LONGEST_LINE + " characters. Shorten it.");
        }
    }

    private void fault(String where, String sentence) {
        faults.add(new Fault(where, sentence));
    }
}
