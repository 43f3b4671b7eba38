package org.circlekeeper;

import java.util.regex.Pattern;

/** Reads from a template what a person would see of it: text, the words within expressions, and labels. */
final class Screen {

    private static final Pattern DECLARATION = Pattern.compile("(?m)^@(?:import|param)\\b[^\n]*$");
    private static final Pattern NOTE = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LABEL = Pattern.compile("\\b(?:title|alt|aria-label|placeholder)=\"([^\"]*)\"");
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:title|says|caption|words?|label|remedy)\\s*=\\s*([^`\n]*?)(?=,\\s*\\w+\\s*=|\\)|\n)");

    private Screen() {}

    static String textOf(String template) {
        var text = NOTE.matcher(DECLARATION.matcher(template).replaceAll("")).replaceAll("");
        var seen = new StringBuilder();
        SAID.matcher(text).results().forEach(said -> appendStrings(said.group(1), seen));
        LABEL.matcher(text)
                .results()
                .forEach(label -> seen.append(label.group(1)).append('\n'));
        text = withoutParenthesised(text, "@if");
        text = withoutParenthesised(text, "@elseif");
        text = withoutParenthesised(text, "@for");
        text = withoutArguments(text);
        text = expressionsAsTheirWords(text);
        return seen.append(text.replaceAll("<[^>]*>", " ").replaceAll("@\\w+", " "))
                .toString();
    }

    private static void appendStrings(String expression, StringBuilder seen) {
        STRING.matcher(expression)
                .results()
                .forEach(string -> seen.append(string.group(1)).append('\n'));
    }

    private static String withoutParenthesised(String text, String directive) {
        var rest = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(directive + "("); at >= 0; at = text.indexOf(directive + "(", from)) {
            rest.append(text, from, at);
            from = closing(text, at + directive.length(), '(', ')') + 1;
        }
        return rest.append(text.substring(from)).toString();
    }

    /** Drops what stands between the name of a template and the content given to it. */
    private static String withoutArguments(String text) {
        return text.replaceAll("@template[.\\w-]+\\((?:[^`@]|@(?!`))*?(?=@`|\\)\\s|\\)<|\\)$)", " ")
                .replaceAll("`,\\s*\\w+ = @`|@`|`\\)|`,", " ");
    }

    private static String expressionsAsTheirWords(String text) {
        var rest = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
            rest.append(text, from, at);
            int end = closing(text, at + 1, '{', '}');
            boolean inTag = text.lastIndexOf('<', at) > text.lastIndexOf('>', at);
            if (!inTag) {
                appendStrings(text.substring(at + 2, end), rest);
            }
            from = end + 1;
        }
        return rest.append(text.substring(from)).toString();
    }

    private static int closing(String text, int opening, char open, char close) {
        int depth = 0;
        for (int i = opening; i < text.length(); i++) {
            char here = text.charAt(i);
            depth += here == open ? 1 : here == close ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }
}
