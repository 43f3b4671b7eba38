package org.circlekeeper.forms.fhir;

import static org.circlekeeper.forms.fhir.QuestionnaireReader.brief;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Answering.Option;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads how a question is answered. Pure. */
final class AnsweringReader {

    private final List<Fault> faults;

    AnsweringReader(List<Fault> faults) {
        this.faults = faults;
    }

    @Nullable
    Answering answering(String id, String type, boolean initials, boolean crisis, JsonNode node) {
        var initial = initial(id, node);
        return switch (type) {
            case "boolean" ->
                initials
                        ? new Answering.Initials()
                        : new Answering.YesNo(
                                initial.has("valueBoolean")
                                        ? initial.path("valueBoolean").asBoolean(false)
                                        : null);
            case "choice", "open-choice" -> choice(id, type.equals("open-choice"), crisis, initial, node);
            case "string" -> words(false, Answering.Words.LINE, initial, node);
            case "text" -> words(true, Answering.Words.TEXT, initial, node);
            case "date" -> new Answering.Day(day(id, initial));
            case "integer" ->
                new Answering.Whole(
                        initial.path("valueInteger").canConvertToInt()
                                ? Integer.valueOf(initial.path("valueInteger").asInt(0))
                                : null);
            case "attachment" -> new Answering.File();
            default -> {
                faults.add(new Fault(
                        id,
                        "Its type is " + brief(type) + ", which is not kept here. Ask by boolean, choice, open-choice,"
                                + " string, text, date, integer or attachment."));
                yield null;
            }
        };
    }

    private JsonNode initial(String id, JsonNode node) {
        var initial = node.path("initial");
        if (initial.size() > 1) {
            faults.add(new Fault(id, "Several answers stand there from the beginning. Leave one of them."));
        }
        return initial.path(0);
    }

    private static Answering words(boolean lines, int most, JsonNode initial, JsonNode node) {
        return new Answering.Words(
                lines,
                node.path("maxLength").asInt(most),
                Texts.clean(initial.path("valueString").asString("")));
    }

    private @Nullable LocalDate day(String id, JsonNode initial) {
        var day = initial.path("valueDate").asString("");
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException part) {
            faults.add(new Fault(id, "The day that stands there from the beginning is not whole. Write 2026-11-23."));
            return null;
        }
    }

    private Answering choice(String id, boolean open, boolean crisis, JsonNode initial, JsonNode node) {
        var options = new ArrayList<Option>();
        String chosen = null;
        for (var one : node.path("answerOption")) {
            var option = option(id, one);
            options.add(option);
            if (one.path("initialSelected").asBoolean(false)) {
                chosen = option.code();
            }
        }
        var coding = initial.path("valueCoding").path("code");
        var text = coding.isString() ? coding : initial.path("valueString");
        return new Answering.Choice(options, open, text.isString() ? Texts.line(text.asString()) : chosen, crisis);
    }

    /** A text to choose is its own code. */
    private Option option(String id, JsonNode node) {
        var coding = node.path("valueCoding");
        var plain = node.path("valueString").asString("");
        var number = node.path("valueInteger");
        var code = coding.path("code").asString(number.isIntegralNumber() ? number.asString() : plain);
        var label = coding.path("display").asString(plain.isEmpty() ? code : plain);
        var score = score(id, node.path("extension"));
        return new Option(
                Texts.line(code), Texts.line(label), score == null ? score(id, coding.path("extension")) : score);
    }

    private @Nullable Integer score(String id, JsonNode extensions) {
        for (var extension : extensions) {
            var url = extension.path("url").asString("");
            var value = extension.path("valueDecimal");
            if (!url.equals(Extensions.SCORE) || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
                faults.add(new Fault(
                        id,
                        "An answer carries " + brief(url) + " that is not kept here. Leave ordinalValue with a whole"
                                + " number, and take out the rest."));
            } else {
                return value.asInt();
            }
        }
        return null;
    }
}
