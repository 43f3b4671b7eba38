package org.circlekeeper.forms.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Answering.Option;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.Soundness;
import org.circlekeeper.forms.Taken;
import org.circlekeeper.forms.Texts;
import org.circlekeeper.forms.When;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form from plain text. The first lines are its {@code title:}, {@code about:}, {@code copyright:} and
 * {@code sum 0-4:}; then paragraphs parted by empty lines, {@code # headings}, {@code [initial]} before a clause and
 * {@code [question name: date, required]} before a question. Every fault is said, by its line. Pure.
 */
public final class PlainReader {

    /** Characters at the most. */
    public static final int LONGEST = 100_000;

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Answering> asked = new HashMap<>();
    private final AutomaticIds ids = new AutomaticIds();
    private final Nesting nesting = new Nesting();

    private PlainReader() {}

    public static Taken read(String text, FormId form, Kind kind, Language language) {
        if (text.length() > LONGEST) {
            return new Taken.Refused(
                    List.of(new Fault("", "It is too long. Split it: " + LONGEST + " characters are the most.")));
        }
        return new PlainReader().whole(Texts.clean(text), form, kind, language);
    }

    private Taken whole(String text, FormId form, Kind kind, Language language) {
        var blocks = new ArrayList<>(Block.of(text));
        var header =
                Header.read(blocks.isEmpty() ? List.of() : blocks.getFirst().lines(), faults);
        if (!blocks.isEmpty()) {
            blocks.removeFirst();
        }
        blocks.forEach(this::block);
        var read = new Questionnaire(
                form,
                kind,
                language,
                header.title(),
                header.about(),
                header.copyright(),
                header.bands(),
                nesting.close());
        Soundness.check(read).stream()
                .map(fault -> new Fault(
                        lines.containsKey(fault.where()) ? "line " + lines.get(fault.where()) : fault.where(),
                        fault.sentence()))
                .forEach(faults::add);
        return Taken.of(read, faults);
    }

    private void block(Block block) {
        var first = block.lines().getFirst();
        var heading = Marks.HEADING.matcher(first);
        var marked = Marks.MARKED.matcher(first);
        if (heading.matches()) {
            heading(block, heading.group(1).length(), heading.group(2), heading.group(3));
        } else if (!marked.matches()) {
            display(block, "", block.lines());
        } else {
            var rest = Stream.concat(
                            Stream.of(marked.group(3)), block.lines().stream().skip(1))
                    .filter(line -> !line.isEmpty())
                    .toList();
            switch (marked.group(1)) {
                case "text" -> display(block, marked.group(2).strip(), rest);
                case "initial" -> clause(block, Asking.of(marked.group(2)), rest);
                default -> question(block, Asking.of(marked.group(2)), rest);
            }
        }
    }

    private void heading(Block block, int level, @Nullable String id, @Nullable String text) {
        if (text == null) {
            nesting.closeFrom(level);
            return;
        }
        var parts = parts(block, block.lines().subList(1, block.lines().size()), false);
        if (!parts.text().isEmpty()) {
            fault(block, "A heading is one line. Put an empty line below it.");
        }
        var own = known(id == null ? "" : id, ids.heading(), block);
        if (!nesting.open(level, own, Marks.read(text), parts.when())) {
            fault(block, "It stands two steps below the heading before it. Take away a #.");
        }
    }

    private void display(Block block, String id, List<String> rest) {
        var parts = parts(block, rest, false);
        nesting.add(new Item.Display(known(id, ids.text(), block), parts.text(), parts.when()));
    }

    private void clause(Block block, Asking asking, List<String> rest) {
        var parts = parts(block, rest, false);
        var id = known(asking.id(), ids.clause(), block);
        asking.words().stream()
                .filter(word -> !word.equals("optional"))
                .forEach(word -> fault(block, "\"" + word + "\" is not known there. A clause may be optional."));
        add(new Item.Question(
                id, parts.text(), parts.when(), !asking.says("optional"), parts.help(), new Answering.Initials()));
    }

    private void question(Block block, Asking asking, List<String> rest) {
        boolean chosen = asking.words().stream().anyMatch(word -> word.startsWith("choice"));
        var parts = parts(block, rest, chosen);
        var id = known(asking.id(), ids.question(), block);
        var answering = asking.answering(parts.options(), parts.startsAs(), sentence -> fault(block, sentence));
        if (answering != null) {
            add(new Item.Question(id, parts.text(), parts.when(), asking.says("required"), parts.help(), answering));
        }
    }

    private void add(Item.Question question) {
        asked.put(question.linkId(), question.answering());
        nesting.add(question);
    }

    /** What stands below the brackets: text first, then what is marked. */
    private record Parts(String text, @Nullable When when, String startsAs, String help, List<Option> options) {}

    private Parts parts(Block block, List<String> rest, boolean choice) {
        int marks = rest.size();
        while (marks > 0 && isMark(rest.get(marks - 1), choice)) {
            marks--;
        }
        var text = String.join(
                "\n", rest.subList(0, marks).stream().map(Marks::read).toList());
        When when = null;
        var startsAs = "";
        var help = "";
        var options = new ArrayList<Option>();
        for (var line : rest.subList(marks, rest.size())) {
            var onlyIf = Marks.ONLY_IF.matcher(line);
            if (onlyIf.matches()) {
                when = when(block, onlyIf.group(1), onlyIf.group(2));
            } else if (line.startsWith(Marks.STARTS_AS)) {
                startsAs = line.substring(Marks.STARTS_AS.length()).strip();
            } else if (line.startsWith(Marks.HELP)) {
                help = line.substring(Marks.HELP.length()).strip();
            } else {
                OptionLine.read(line, options.size() + 1)
                        .ifPresentOrElse(
                                options::add,
                                () -> fault(
                                        block,
                                        "\"" + line + "\" is no answer. Write - code"
                                                + " | words, and behind another | a whole number if it has a score."));
            }
        }
        return new Parts(Texts.clean(text), when, startsAs, help, options);
    }

    private static boolean isMark(String line, boolean choice) {
        return Marks.ONLY_IF.matcher(line).matches()
                || line.startsWith(Marks.STARTS_AS)
                || line.startsWith(Marks.HELP)
                || (choice && line.startsWith(Marks.OPTION));
    }

    private @Nullable When when(Block block, @Nullable String behaviour, String text) {
        var when = OnlyIf.read(behaviour, text, asked);
        if (when.isEmpty()) {
            fault(block, "When it is shown cannot be read. Write, for example, only if: harm is yes.");
        }
        return when.orElse(null);
    }

    private String known(String given, String automatic, Block block) {
        var id = given.isEmpty() ? automatic : given;
        lines.putIfAbsent(id, block.line());
        return id;
    }

    private void fault(Block block, String sentence) {
        faults.add(new Fault("line " + block.line(), sentence));
    }
}
