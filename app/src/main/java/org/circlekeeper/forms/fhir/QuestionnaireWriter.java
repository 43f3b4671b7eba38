package org.circlekeeper.forms.fhir;

import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.When;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a form as FHIR R4 Questionnaire JSON: the same form gives the same bytes, on every machine. Pure. */
public final class QuestionnaireWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter LAID_OUT = JSON.writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final Questionnaire questionnaire;

    private QuestionnaireWriter(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /**
     * The JSON of a version that was published, or of a draft.
     *
     * @param version the number of the version; null of a draft
     */
    public static String write(Questionnaire questionnaire, @Nullable Integer version) {
        return LAID_OUT.writeValueAsString(new QuestionnaireWriter(questionnaire).root(version)) + "\n";
    }

    private ObjectNode root(@Nullable Integer version) {
        var root = JSON.createObjectNode().put("resourceType", "Questionnaire");
        root.put("language", questionnaire.language().tag());
        var extensions = root.putArray("extension");
        extensions
                .addObject()
                .put("url", Extensions.KIND)
                .put("valueCode", questionnaire.kind().code());
        questionnaire.bands().forEach(band -> band(extensions.addObject(), band));
        root.putArray("identifier")
                .addObject()
                .put("value", questionnaire.form().value());
        if (version != null) {
            root.put("version", version.toString());
        }
        root.put("title", questionnaire.title());
        root.put("status", version == null ? "draft" : "active");
        root.putArray("subjectType").add("Patient");
        putIfAny(root, "description", questionnaire.about());
        putIfAny(root, "copyright", questionnaire.copyright());
        var items = root.putArray("item");
        questionnaire.items().forEach(item -> item(items.addObject(), item));
        return root;
    }

    private static void band(ObjectNode node, Questionnaire.Band band) {
        node.put("url", Extensions.BAND);
        var parts = node.putArray("extension");
        parts.addObject().put("url", "from").put("valueInteger", band.from());
        parts.addObject().put("url", "to").put("valueInteger", band.to());
        parts.addObject().put("url", "label").put("valueString", band.label());
    }

    private void item(ObjectNode node, Item item) {
        switch (item) {
            case Item.Group group -> {
                begin(node, item, "group");
                var items = node.putArray("item");
                group.items().forEach(one -> item(items.addObject(), one));
            }
            case Item.Display _ -> begin(node, item, "display");
            case Item.Question question -> question(node, question);
        }
    }

    private void question(ObjectNode node, Item.Question question) {
        var extensions = JSON.createArrayNode();
        switch (question.answering()) {
            case Answering.Initials _ -> flag(extensions, Extensions.INITIALS);
            case Answering.Choice choice when choice.crisis() -> flag(extensions, Extensions.CRISIS);
            case Answering _ -> {}
        }
        if (!question.help().isEmpty()) {
            extensions.addObject().put("url", Extensions.HELP).put("valueString", question.help());
        }
        if (!extensions.isEmpty()) {
            node.set("extension", extensions);
        }
        begin(node, question, type(question.answering()));
        node.put("required", question.required());
        answering(node, question.answering());
    }

    private static void flag(ArrayNode extensions, String url) {
        extensions.addObject().put("url", url).put("valueBoolean", true);
    }

    private void begin(ObjectNode node, Item item, String type) {
        node.put("linkId", item.linkId()).put("text", item.text()).put("type", type);
        var when = item.when();
        if (when != null) {
            var conditions = node.putArray("enableWhen");
            when.conditions().forEach(condition -> condition(conditions.addObject(), condition));
            node.put("enableBehavior", when.all() ? "all" : "any");
        }
    }

    private void condition(ObjectNode node, When.Condition condition) {
        node.put("question", condition.question())
                .put("operator", condition.operator().code());
        var value = condition.value();
        var asked = questionnaire.question(condition.question()).map(Item.Question::answering);
        if (condition.operator() == When.Operator.EXISTS
                || asked.filter(Answering.YesNo.class::isInstance).isPresent()) {
            node.put("answerBoolean", Boolean.parseBoolean(value));
        } else if (asked.filter(Answering.Whole.class::isInstance).isPresent()) {
            node.put("answerInteger", Integer.parseInt(value));
        } else if (asked.filter(Answering.Day.class::isInstance).isPresent()) {
            node.put("answerDate", value);
        } else {
            node.putObject("answerCoding").put("code", value);
        }
    }

    private static String type(Answering answering) {
        return switch (answering) {
            case Answering.Initials _, Answering.YesNo _ -> "boolean";
            case Answering.Choice choice -> choice.open() ? "open-choice" : "choice";
            case Answering.Words words -> words.lines() ? "text" : "string";
            case Answering.Day _ -> "date";
            case Answering.Whole _ -> "integer";
            case Answering.File _ -> "attachment";
        };
    }

    private static void answering(ObjectNode node, Answering answering) {
        switch (answering) {
            case Answering.YesNo yesNo
            when yesNo.initial() != null -> initial(node).put("valueBoolean", yesNo.initial());
            case Answering.Choice choice -> choice(node, choice);
            case Answering.Words words -> {
                node.put("maxLength", words.most());
                if (!words.initial().isEmpty()) {
                    initial(node).put("valueString", words.initial());
                }
            }
            case Answering.Day day
            when day.initial() != null -> initial(node).put("valueDate", String.valueOf(day.initial()));
            case Answering.Whole whole
            when whole.initial() != null -> initial(node).put("valueInteger", whole.initial());
            case Answering _ -> {}
        }
    }

    private static void choice(ObjectNode node, Answering.Choice choice) {
        var options = node.putArray("answerOption");
        for (var option : choice.options()) {
            var one = options.addObject();
            if (option.score() != null) {
                one.putArray("extension")
                        .addObject()
                        .put("url", Extensions.SCORE)
                        .put("valueDecimal", option.score());
            }
            one.putObject("valueCoding").put("code", option.code()).put("display", option.label());
        }
        if (choice.initial() != null) {
            initial(node).putObject("valueCoding").put("code", choice.initial());
        }
    }

    private static ObjectNode initial(ObjectNode node) {
        return node.putArray("initial").addObject();
    }

    private static void putIfAny(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }
}
