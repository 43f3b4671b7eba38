package org.circlekeeper.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.circlekeeper.forms.When.Condition;
import org.circlekeeper.forms.When.Operator;
import org.jspecify.annotations.Nullable;

/** A sound form made up from a seed: every kind of item, conditions that hang on each other, texts full of traps. */
public final class AnyForm {

    public static final FormId ID = new FormId("any-form");

    /** Lines that look like marks, and letters of many scripts. */
    private static final List<String> LINES = List.of(
            "Say more",
            "# no heading",
            "[initial] no clause",
            "- no answer",
            "only if: a is yes",
            "help: me",
            "starts as: nothing",
            "\\ a stroke",
            "<b>&amp; \"quoted\" 'text'</b>",
            "{{practice_name}} and {{ day }}",
            "عائشة محمد",
            "שלום רב",
            "Zoë Nuñez-Łukasz",
            "王小明 さくら 김민준",
            "a | b ; c",
            "title: no title");

    private final Random random;
    private final Map<String, Answering> asked = new LinkedHashMap<>();
    private int ids;

    private AnyForm(long seed) {
        this.random = new Random(seed);
    }

    public static Questionnaire of(long seed) {
        var any = new AnyForm(seed);
        var items = new ArrayList<Item>();
        items.add(any.question(null));
        items.addAll(any.items(1));
        boolean scored = any.asked.values().stream()
                .anyMatch(one -> one instanceof Answering.Choice choice && choice.isScored());
        return new Questionnaire(
                ID,
                any.one(Kind.values()),
                any.one(Language.values()),
                "Form " + seed,
                any.maybe("About " + any.line()),
                any.maybe("© somebody"),
                scored
                        ? List.of(new Questionnaire.Band(-3, 4, "Low"), new Questionnaire.Band(5, 90, "High | higher"))
                        : List.of(),
                items);
    }

    private List<Item> items(int depth) {
        var items = new ArrayList<Item>();
        int number = 1 + random.nextInt(4);
        for (int i = 0; i < number; i++) {
            items.add(item(depth));
        }
        return items;
    }

    private Item item(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> new Item.Display(id("t"), text(), when());
            case 1 -> depth > Soundness.DEEPEST ? question(when()) : group(depth);
            default -> question(when());
        };
    }

    private Item group(int depth) {
        var when = when();
        return new Item.Group(id("h"), line(), when, items(depth + 1));
    }

    private Item.Question question(@Nullable When when) {
        var id = id("q");
        var question = new Item.Question(id, text(), when, random.nextBoolean(), maybe("Help " + line()), answering());
        asked.put(id, question.answering());
        return question;
    }

    private Answering answering() {
        return switch (random.nextInt(7)) {
            case 0 -> new Answering.Initials();
            case 1 -> new Answering.YesNo(one(null, true, false));
            case 2 -> choice();
            case 3 -> new Answering.Words(random.nextBoolean(), 1 + random.nextInt(4000), "");
            case 4 -> new Answering.Day(one(null, LocalDate.of(2026, 1 + random.nextInt(12), 28)));
            case 5 -> new Answering.Whole(one(null, random.nextInt(200) - 100));
            default -> new Answering.File();
        };
    }

    private Answering choice() {
        boolean scored = random.nextBoolean();
        var options = new ArrayList<Answering.Option>();
        int number = 1 + random.nextInt(4);
        for (int i = 0; i < number; i++) {
            var code = one("answered", "not so", "c-", "yes", "7.") + i;
            options.add(new Answering.Option(code, line(), scored ? random.nextInt(9) - 3 : null));
        }
        var first = options.getFirst().code();
        return new Answering.Choice(options, random.nextBoolean(), one(null, first), scored && random.nextBoolean());
    }

    private @Nullable When when() {
        if (asked.isEmpty() || random.nextInt(3) > 0) {
            return null;
        }
        var conditions = new ArrayList<Condition>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            conditions.add(condition(one(asked.keySet().toArray(String[]::new))));
        }
        return new When(random.nextBoolean(), conditions);
    }

    private Condition condition(String on) {
        var is = one(Operator.EQUAL, Operator.NOT_EQUAL);
        var any = one(
                Operator.EQUAL, Operator.NOT_EQUAL, Operator.MORE, Operator.LESS, Operator.AT_LEAST, Operator.AT_MOST);
        var exists = new Condition(on, Operator.EXISTS, String.valueOf(random.nextBoolean()));
        if (random.nextInt(4) == 0) {
            return exists;
        }
        return switch (asked.get(on)) {
            case Answering.YesNo _ -> new Condition(on, is, String.valueOf(random.nextBoolean()));
            case Answering.Choice choice ->
                new Condition(
                        on,
                        is,
                        one(choice.options().toArray(Answering.Option[]::new)).code());
            case Answering.Day _ -> new Condition(on, any, "2026-0" + (1 + random.nextInt(9)) + "-15");
            case Answering.Whole _ -> new Condition(on, any, String.valueOf(random.nextInt(20) - 10));
            case Answering.Initials _, Answering.Words _, Answering.File _ -> exists;
        };
    }

    private String text() {
        var lines = new ArrayList<String>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            lines.add(random.nextInt(5) == 0 ? "" : line());
        }
        lines.addFirst(line());
        return Texts.clean(String.join("\n", lines));
    }

    private String line() {
        return LINES.get(random.nextInt(LINES.size()));
    }

    private String maybe(String line) {
        return random.nextBoolean() ? line : "";
    }

    /** Some look like those that are given by themselves, and stand elsewhere. */
    private String id(String kind) {
        ids++;
        return switch (random.nextInt(3)) {
            case 0 -> kind + ids;
            case 1 -> "/" + kind + "-" + ids + ".x";
            default -> "id" + ids;
        };
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
