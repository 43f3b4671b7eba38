package org.circlekeeper.forms.fhir;

import static org.circlekeeper.forms.fhir.QuestionnaireReader.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.When;
import org.circlekeeper.forms.When.Condition;
import org.circlekeeper.forms.When.Operator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads when an item is shown. Whether the questions it names fit is {@code Soundness}' to say. Pure. */
final class WhenReader {

    private static final int MOST_CONDITIONS = 20;

    private final List<Fault> faults;

    WhenReader(List<Fault> faults) {
        this.faults = faults;
    }

    @Nullable
    When when(String id, JsonNode node) {
        var conditions = new ArrayList<Condition>();
        for (var one : node.path("enableWhen")) {
            condition(id, one).ifPresent(conditions::add);
        }
        var behavior = node.path("enableBehavior").asString("");
        if (conditions.size() > MOST_CONDITIONS) {
            faults.add(new Fault(id, "It has more than " + MOST_CONDITIONS + " conditions. Ask in fewer."));
        }
        if (conditions.size() > 1 && !behavior.equals("all") && !behavior.equals("any")) {
            faults.add(
                    new Fault(id, "It has several conditions. Say with enableBehavior whether all or any must hold."));
        }
        return conditions.isEmpty() ? null : new When(!behavior.equals("any"), conditions);
    }

    private Optional<Condition> condition(String id, JsonNode node) {
        var operator = Operator.of(node.path("operator").asString(""));
        var value = value(node);
        if (operator.isEmpty() || value.isEmpty()) {
            faults.add(new Fault(
                    id,
                    "A condition of it compares in a way that is not kept here. Compare with exists, =, !=, >, <, >= or"
                            + " <=, and with a yes or no, a code, a day or a whole number."));
            return Optional.empty();
        }
        return Optional.of(
                new Condition(brief(node.path("question").asString("")), operator.get(), brief(value.get())));
    }

    private static Optional<String> value(JsonNode node) {
        if (node.path("answerBoolean").isBoolean()) {
            return Optional.of(String.valueOf(node.path("answerBoolean").asBoolean()));
        }
        if (node.path("answerInteger").isIntegralNumber()) {
            return Optional.of(node.path("answerInteger").asString());
        }
        var coding = node.path("answerCoding").path("code");
        for (var text : List.of(coding, node.path("answerDate"), node.path("answerString"))) {
            if (text.isString()) {
                return Optional.of(text.asString());
            }
        }
        return Optional.empty();
    }
}
