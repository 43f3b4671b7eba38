package org.circlekeeper.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a paper as well-formed XHTML. Whatever comes from outside is escaped, and what XML 1.0 forbids is left out.
 */
final class PaperWriter {

    private static final String STYLE = """
            @page { size: letter; margin: 18mm 16mm; }
            body { font-family: sans-serif; font-size: 10.5pt; line-height: 1.4; color: #000; background: #fff; }
            h1 { font-size: 16pt; margin: 0 0 2pt; } h2 { font-size: 12.5pt; margin: 12pt 0 3pt; }
            h3, h4, h5 { font-size: 11pt; margin: 9pt 0 3pt; }
            p, ul { margin: 0 0 6pt; } ul { padding-left: 14pt; }
            .draft { border: 1.5pt solid #000; padding: 4pt 6pt; font-weight: bold; }
            .asked { margin: 0 0 8pt; page-break-inside: avoid; } .asked p { margin: 0 0 2pt; }
            .label { font-weight: bold; } .note { font-size: 9pt; color: #333; }
            .answer { border-left: 2pt solid #555; padding-left: 6pt; }
            .line { border-bottom: 0.7pt solid #000; height: 16pt; }
            footer { border-top: 0.7pt solid #555; margin-top: 14pt; padding-top: 4pt; font-size: 8.5pt; color: #333; }
            """;

    private static final String FOOT = "<footer>";

    private final StringBuilder out = new StringBuilder();
    private final FormVersion version;
    private final Questionnaire questionnaire;
    private final Language language;
    private final Answers answers;
    private final Map<String, String> values;
    private final Set<String> shown;
    private final boolean byHand;

    private PaperWriter(FormVersion version, Optional<Answers> answered, Map<String, String> values) {
        this.version = version;
        this.questionnaire = version.questionnaire();
        this.language = version.language();
        this.answers = answered.orElseGet(Answers::none);
        this.values = values;
        this.byHand = answered.isEmpty();
        this.shown = byHand
                ? questionnaire.all().map(Item::linkId).collect(Collectors.toSet())
                : Filling.enabled(questionnaire, answers);
    }

    /** Without answers it is a sheet to be filled in by hand. */
    static String write(
            FormVersion version, Optional<Answers> answered, Map<String, String> values, FormRenderer.Facts facts) {
        var writer = new PaperWriter(version, answered, values);
        writer.head(facts);
        writer.questionnaire.items().forEach(item -> writer.item(item, 2));
        writer.foot(facts);
        return writer.out.toString();
    }

    /** The same with a line before its foot, which begins with the only such tag: all else is escaped. */
    static String withSum(String xhtml, String sum) {
        int foot = xhtml.lastIndexOf(FOOT);
        return xhtml.substring(0, foot) + "<p class=\"label\">" + text(sum) + "</p>\n" + xhtml.substring(foot);
    }

    private void head(FormRenderer.Facts facts) {
        var title = filled(questionnaire.title());
        line("<!DOCTYPE html>");
        line("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1$s\" xml:lang=\"%1$s\">".formatted(language.tag()));
        line("<head><meta charset=\"UTF-8\"/><title>" + title + "</title><style>\n" + STYLE + "</style></head>");
        line("<body>");
        line("<p class=\"note\" dir=\"auto\">" + text(facts.practice()) + "</p>");
        line("<h1 dir=\"auto\">" + title + "</h1>");
        if (version.isDraftOn(facts.day())) {
            line("<p class=\"draft\">" + text(FormRenderer.draftMark(language)) + "</p>");
        }
        if (!questionnaire.about().isEmpty()) {
            line("<p dir=\"auto\">" + filled(questionnaire.about()) + "</p>");
        }
    }

    private void foot(FormRenderer.Facts facts) {
        line(FOOT);
        if (!questionnaire.copyright().isEmpty()) {
            line("<p dir=\"auto\">" + text(questionnaire.copyright()) + "</p>");
        }
        line("<p>" + language.say("Member", "Miembro") + ": <bdi>" + text(facts.member()) + "</bdi>. "
                + language.say("Date", "Fecha") + ": " + Days.say(facts.day(), language) + ".</p>");
        line("<p>" + version.form() + ", " + language.say("version", "versión") + " " + version.number() + ", "
                + language.tag() + ", SHA-256 " + version.sha256() + "</p>");
        line("</footer>");
        line("</body>");
        line("</html>");
    }

    private void item(Item item, int level) {
        if (!shown.contains(item.linkId())) {
            return;
        }
        switch (item) {
            case Item.Group group -> {
                line("<h%1$d dir=\"auto\">%2$s</h%1$d>".formatted(level, filled(group.text())));
                group.items().forEach(one -> item(one, level + 1));
            }
            case Item.Display display -> prose(display.text(), "");
            case Item.Question question -> question(question);
        }
    }

    private void question(Item.Question question) {
        line("<div class=\"asked\">");
        prose(question.text(), question.answering() instanceof Answering.Initials ? "" : "label");
        if (byHand && question.when() != null) {
            line("<p class=\"note\">" + language.say("If it applies to you.", "Si le corresponde.") + "</p>");
        }
        answer(question.answering(), answers.value(question.linkId()));
        line("</div>");
    }

    private void answer(Answering answering, Optional<String> answer) {
        switch (answering) {
            case Answering.Initials _ -> initials(answer.isPresent());
            case Answering.YesNo _ -> {
                box(answer.filter("true"::equals).isPresent(), language.say("Yes", "Sí"));
                box(answer.filter("false"::equals).isPresent(), language.say("No", "No"));
            }
            case Answering.Choice choice -> choice(choice, answer);
            case Answering.Day _ -> written(answer.map(this::day));
            case Answering.File _ ->
                written(answer.map(id -> language.say("File kept as ", "Archivo guardado como ") + id));
            case Answering.Words _, Answering.Whole _ -> written(answer);
        }
    }

    private void initials(boolean marked) {
        if (marked) {
            box(true, language.say("Read and initialled", "Leído y marcado con iniciales"));
        } else {
            box(
                    false,
                    byHand
                            ? language.say("Initials: __________", "Iniciales: __________")
                            : language.say("Not initialled", "Sin marcar"));
        }
    }

    private void choice(Answering.Choice choice, Optional<String> answer) {
        for (var option : choice.options()) {
            box(answer.filter(option.code()::equals).isPresent(), Placeholders.fill(option.label(), values));
        }
        var other = answer.filter(code -> choice.option(code).isEmpty());
        if (choice.open() && (byHand || other.isPresent())) {
            box(other.isPresent(), language.say("Other: ", "Otro: ") + other.orElse("____________________"));
        }
    }

    /** Words that stand as they are: what a member wrote is no text with places in it. */
    private void box(boolean ticked, String words) {
        line("<p class=\"choice\" dir=\"auto\">" + (ticked ? "[X] " : "[ ] ") + text(words) + "</p>");
    }

    private void written(Optional<String> answer) {
        answer.ifPresentOrElse(
                words -> line("<p class=\"answer\" dir=\"auto\">" + text(words).replace("\n", "<br/>") + "</p>"),
                () -> line(
                        byHand
                                ? "<p class=\"line\">&#160;</p>"
                                : "<p class=\"answer\">" + language.say("Not answered", "Sin respuesta") + "</p>"));
    }

    private String day(String answer) {
        try {
            return Days.say(LocalDate.parse(answer), language);
        } catch (DateTimeParseException noDay) {
            return answer;
        }
    }

    private void prose(String text, String css) {
        for (var part : Prose.of(Placeholders.fill(text, values))) {
            var lines = part.lines().stream().map(PaperWriter::text);
            line(
                    part.list()
                            ? lines.collect(
                                    Collectors.joining("</li><li dir=\"auto\">", "<ul><li dir=\"auto\">", "</li></ul>"))
                            : lines.collect(Collectors.joining("<br/>", paragraph(css), "</p>")));
        }
    }

    private static String paragraph(String css) {
        return css.isEmpty() ? "<p dir=\"auto\">" : "<p class=\"" + css + "\" dir=\"auto\">";
    }

    private String filled(String text) {
        return text(Placeholders.fill(text, values));
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    /** XML 1.0, section 2.2: what is no character there cannot be escaped either. */
    static String text(String words) {
        var safe = new StringBuilder(words.length() + 16);
        words.codePoints().filter(PaperWriter::isInXml).forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    private static boolean isInXml(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
