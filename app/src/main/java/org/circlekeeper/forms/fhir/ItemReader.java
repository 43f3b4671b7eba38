package org.circlekeeper.forms.fhir;

import static org.circlekeeper.forms.fhir.QuestionnaireReader.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Soundness;
import org.circlekeeper.forms.Texts;
import org.circlekeeper.forms.When;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the items of a questionnaire, and says of each by its link id what is not kept here. Pure. */
final class ItemReader {

    private static final Set<String> READ = Set.of(
            "linkId",
            "prefix",
            "text",
            "type",
            "enableWhen",
            "enableBehavior",
            "required",
            "maxLength",
            "answerOption",
            "initial",
            "item",
            "extension");

    /** Names of the item elsewhere, and its own id: how it is filled does not hang on them. */
    private static final Set<String> LET_GO = Set.of("id", "code", "definition");

    /** Named with what to do instead. */
    private static final Map<String, String> INSTEAD = Map.of(
            "answerValueSet", "Write its answers into the file as answerOption.",
            "repeats", "Ask for each answer in a question of its own.",
            "readOnly", "Make it a display, or take readOnly out.",
            "modifierExtension", "Take it out.");

    private final List<Fault> faults;

    ItemReader(List<Fault> faults) {
        this.faults = faults;
    }

    /** What lies deeper than is allowed is not read: that it is there is said. */
    List<Item> items(JsonNode nodes, int depth) {
        var items = new ArrayList<Item>();
        for (var node : nodes) {
            var item = item(node, depth);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable Item item(JsonNode node, int depth) {
        var id = brief(node.path("linkId").asString(""));
        if (id.isEmpty()) {
            fault("", "A part of it has no linkId. Give each part its own.");
            return null;
        }
        unread(id, node);
        var prefix = Texts.line(node.path("prefix").asString(""));
        var text = Texts.clean(prefix + " " + node.path("text").asString(""));
        var when = new WhenReader(faults).when(id, node);
        var type = node.path("type").asString("");
        if (type.equals("group")) {
            if (depth > Soundness.DEEPEST) {
                fault(
                        id,
                        "It lies too deep. Bring it up: " + Soundness.DEEPEST
                                + " groups, one within another, are the most.");
                return null;
            }
            return new Item.Group(id, text, when, items(node.path("item"), depth + 1));
        }
        if (!node.path("item").isEmpty()) {
            fault(id, "It has parts below it and is no group. Move them behind it.");
        }
        return type.equals("display") ? new Item.Display(id, text, when) : question(id, type, text, when, node);
    }

    private void unread(String id, JsonNode node) {
        for (var name : node.propertyNames()) {
            boolean harmless = (name.equals("repeats") || name.equals("readOnly"))
                    && !node.path(name).asBoolean(true);
            if (!READ.contains(name) && !LET_GO.contains(name) && !harmless) {
                fault(
                        id,
                        "It has \"" + brief(name) + "\", which is not kept here. "
                                + INSTEAD.getOrDefault(name, "Take it out of the file."));
            }
        }
    }

    private @Nullable Item question(String id, String type, String text, @Nullable When when, JsonNode node) {
        boolean initials = false;
        boolean crisis = false;
        var help = "";
        for (var extension : node.path("extension")) {
            var url = extension.path("url").asString("");
            switch (url) {
                case Extensions.INITIALS ->
                    initials = extension.path("valueBoolean").asBoolean(false);
                case Extensions.CRISIS ->
                    crisis = extension.path("valueBoolean").asBoolean(false);
                case Extensions.HELP ->
                    help = Texts.line(extension.path("valueString").asString(""));
                default ->
                    fault(id, "It carries the extension " + brief(url) + ", which is not kept here. Take it out.");
            }
        }
        var answering = new AnsweringReader(faults).answering(id, type, initials, crisis, node);
        return answering == null
                ? null
                : new Item.Question(id, text, when, node.path("required").asBoolean(false), help, answering);
    }

    private void fault(String where, String sentence) {
        faults.add(new Fault(where, sentence));
    }
}
