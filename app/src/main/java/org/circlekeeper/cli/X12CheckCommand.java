package org.circlekeeper.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.circlekeeper.x12.Flaw;
import org.circlekeeper.x12.X12Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Lists what is wrong with each file. */
@Command(
        name = "check",
        description = "List what is wrong with files of X12, by segment, element and reason.",
        mixinStandardHelpOptions = true)
final class X12CheckCommand implements Callable<Integer> {

    /** So many are listed of one file; the others are counted. */
    private static final int MOST = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to look at; - is stdin.")
    List<String> files = List.of();

    @Option(names = "--json", description = "One line of JSON for each thing that is wrong.")
    boolean json;

    @Override
    public Integer call() {
        var out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
        boolean anyWrong = false;
        for (var file : files) {
            var list = new FlawList(file, out);
            check(file, list);
            list.end();
            out.flush();
            anyWrong |= list.count > 0;
        }
        return anyWrong ? 1 : 0;
    }

    private static void check(String name, FlawList list) {
        try (var file = X12File.named(name);
                var in = file.open()) {
            X12Check.check(in, list::add);
        } catch (IOException | InvalidPathException unreadable) {
            list.add(new Flaw(0, "", 0, "refused", X12File.sentence(unreadable)));
        }
    }

    /** What is wrong with one file, on its way to stdout. */
    private final class FlawList {

        private final String file;
        private final PrintWriter out;
        private long count;

        FlawList(String file, PrintWriter out) {
            this.file = file;
            this.out = out;
        }

        void add(Flaw flaw) {
            count++;
            if (count <= MOST) {
                out.println(json ? JSON.writeValueAsString(shape(flaw)) : words(flaw));
            }
        }

        void end() {
            if (count > MOST) {
                Answer.aside(file + ": and " + (count - MOST) + " more.");
            } else if (count == 0 && !json) {
                out.println(file + ": nothing wrong was found.");
            }
        }

        private Map<String, Object> shape(Flaw flaw) {
            Map<String, Object> shape = new LinkedHashMap<>();
            shape.put("file", file);
            shape.put("segment", flaw.segment());
            shape.put("id", flaw.id());
            shape.put("element", flaw.element());
            shape.put("code", flaw.code());
            shape.put("sentence", flaw.sentence());
            return shape;
        }

        private String words(Flaw flaw) {
            var where = flaw.segment() == 0 ? "" : "segment " + flaw.segment() + ", " + flaw.id() + ": ";
            return file + ": " + where + flaw.sentence();
        }
    }
}
