package org.circlekeeper.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a command answers on stdout, in JSON or in words; asides go to stderr. */
record Answer(boolean json) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** One or the other, as was asked for. */
    void say(Object shape, List<String> words) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        if (json) {
            out.println(JSON.writeValueAsString(shape));
        } else {
            words.forEach(out::println);
        }
    }

    /** Not part of the answer. */
    static void aside(String sentence) {
        new PrintWriter(System.err, true, StandardCharsets.UTF_8).println(sentence);
    }

    /** Lines with their columns beneath one another; the first row is the head. */
    static List<String> table(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = row.get(i).codePointCount(0, row.get(i).length());
                if (i == widths.size()) {
                    widths.add(width);
                }
                widths.set(i, Math.max(widths.get(i), width));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            int gap = widths.get(i) - row.get(i).codePointCount(0, row.get(i).length()) + 2;
            line.append(row.get(i)).append(i + 1 < row.size() ? " ".repeat(gap) : "");
        }
        return line.toString().stripTrailing();
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.US, "%,d %s", number, number == 1 ? one : many);
    }
}
