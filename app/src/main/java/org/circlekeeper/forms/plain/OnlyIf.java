package org.circlekeeper.forms.plain;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.When;
import org.circlekeeper.forms.When.Condition;
import org.circlekeeper.forms.When.Operator;
import org.jspecify.annotations.Nullable;

/** The line {@code only if: harm is yes}; several are parted by semicolons behind {@code only if any:}. Pure. */
public final class OnlyIf {

    private static final Pattern CONDITION =
            Pattern.compile("([A-Za-z0-9/._-]+)\\s+(is not|is|=|!=|>=|<=|>|<)\\s+(\\S.*)");

    private OnlyIf() {}

    /** Empty when it cannot be read. */
    static Optional<When> read(@Nullable String behaviour, String text, Map<String, Answering> asked) {
        var conditions = new ArrayList<Condition>();
        for (var part : text.split(";", -1)) {
            var read = condition(part.strip(), asked);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            conditions.add(read.get());
        }
        return Optional.of(new When(!"any".equals(behaviour), conditions));
    }

    private static Optional<Condition> condition(String text, Map<String, Answering> asked) {
        var found = CONDITION.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var question = found.group(1);
        var compared = found.group(2);
        var value = found.group(3).strip();
        if (compared.startsWith("is") && value.equals("answered")) {
            return Optional.of(new Condition(question, Operator.EXISTS, String.valueOf(compared.equals("is"))));
        }
        return operator(compared).map(operator -> new Condition(question, operator, value(value, asked.get(question))));
    }

    private static Optional<Operator> operator(String compared) {
        return switch (compared) {
            case "is" -> Optional.of(Operator.EQUAL);
            case "is not" -> Optional.of(Operator.NOT_EQUAL);
            default -> Operator.of(compared);
        };
    }

    private static String value(String value, @Nullable Answering answering) {
        if (answering instanceof Answering.YesNo) {
            return value.equals("yes") ? "true" : value.equals("no") ? "false" : value;
        }
        return value;
    }

    /** As an author writes it. */
    public static String write(When when, Map<String, Answering> asked) {
        var conditions = when.conditions();
        var mark = conditions.size() == 1 ? "only if: " : when.all() ? "only if all: " : "only if any: ";
        return mark + conditions.stream().map(one -> write(one, asked)).collect(Collectors.joining("; "));
    }

    private static String write(Condition condition, Map<String, Answering> asked) {
        var question = condition.question();
        var value = condition.value();
        if (condition.operator() == Operator.EXISTS) {
            return question + (value.equals("true") ? " is answered" : " is not answered");
        }
        if (asked.get(question) instanceof Answering.YesNo) {
            value = value.equals("true") ? "yes" : "no";
        }
        boolean taken = value.equals("answered") || value.startsWith("not ");
        return question + " "
                + switch (condition.operator()) {
                    case EQUAL -> taken ? "=" : "is";
                    case NOT_EQUAL -> taken ? "!=" : "is not";
                    case EXISTS, MORE, LESS, AT_LEAST, AT_MOST ->
                        condition.operator().code();
                }
                + " " + value;
    }
}
