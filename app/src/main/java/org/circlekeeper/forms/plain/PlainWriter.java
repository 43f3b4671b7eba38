package org.circlekeeper.forms.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.When;
import org.jspecify.annotations.Nullable;

/** Writes a form as the plain text from which {@link PlainReader} reads the same form. Pure. */
public final class PlainWriter {

    private final List<String> blocks = new ArrayList<>();
    private final Map<String, Answering> asked = new HashMap<>();
    private final AutomaticIds ids = new AutomaticIds();

    private PlainWriter() {}

    public static String write(Questionnaire questionnaire) {
        var writer = new PlainWriter();
        writer.header(questionnaire);
        writer.items(questionnaire.items(), 1);
        return String.join("\n\n", writer.blocks) + "\n";
    }

    private void header(Questionnaire questionnaire) {
        var lines = new ArrayList<String>();
        lines.add("title: " + questionnaire.title());
        if (!questionnaire.about().isEmpty()) {
            lines.add("about: " + questionnaire.about());
        }
        if (!questionnaire.copyright().isEmpty()) {
            lines.add("copyright: " + questionnaire.copyright());
        }
        questionnaire.bands().forEach(band -> lines.add("sum " + band.from() + "-" + band.to() + ": " + band.label()));
        blocks.add(String.join("\n", lines));
    }

    /** What follows a group and is not below its heading is parted from it by a mark alone. */
    private void items(List<Item> items, int level) {
        boolean open = false;
        for (var item : items) {
            if (open && !(item instanceof Item.Group)) {
                blocks.add("#".repeat(level));
            }
            open = item instanceof Item.Group;
            item(item, level);
        }
    }

    private void item(Item item, int level) {
        switch (item) {
            case Item.Group group -> {
                var id = group.linkId().equals(ids.heading()) ? "" : "[" + group.linkId() + "]";
                var lines = new ArrayList<String>();
                lines.add("#".repeat(level) + id + " " + Marks.kept(group.text(), false));
                onlyIf(lines, group.when());
                blocks.add(String.join("\n", lines));
                items(group.items(), level + 1);
            }
            case Item.Display display -> {
                var lines = new ArrayList<String>();
                if (!display.linkId().equals(ids.text())) {
                    lines.add("[text " + display.linkId() + "]");
                }
                text(lines, display.text(), false);
                onlyIf(lines, display.when());
                blocks.add(String.join("\n", lines));
            }
            case Item.Question question -> question(question);
        }
    }

    private void question(Item.Question question) {
        var lines = new ArrayList<String>();
        var answering = question.answering();
        boolean choice = answering instanceof Answering.Choice;
        if (answering instanceof Answering.Initials) {
            lines.add(
                    "[initial" + id(question.linkId(), ids.clause()) + (question.required() ? "" : ", optional") + "]");
        } else {
            lines.add(Asking.write(id(question.linkId(), ids.question()), question.required(), answering));
        }
        text(lines, question.text(), choice);
        if (answering instanceof Answering.Choice chosen) {
            chosen.options().forEach(option -> lines.add(OptionLine.write(option)));
        }
        onlyIf(lines, question.when());
        mark(lines, Marks.STARTS_AS, Asking.startsAs(answering));
        mark(lines, Marks.HELP, question.help());
        blocks.add(String.join("\n", lines));
        asked.put(question.linkId(), answering);
    }

    private static String id(String id, String automatic) {
        return id.equals(automatic) ? "" : " " + id;
    }

    private static void text(List<String> lines, String text, boolean options) {
        text.lines().map(line -> Marks.kept(line, options)).forEach(lines::add);
    }

    private void onlyIf(List<String> lines, @Nullable When when) {
        if (when != null) {
            lines.add(OnlyIf.write(when, asked));
        }
    }

    private static void mark(List<String> lines, String mark, String value) {
        if (!value.isEmpty()) {
            lines.add(mark + " " + value);
        }
    }
}
