package org.circlekeeper.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlekeeper.x12.Explained;
import org.circlekeeper.x12.X12Explainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells each transaction set of each file, in words or as one line of JSON. */
@Command(
        name = "explain",
        description = "Tell what files of X12 say: claims, payments, eligibility, authorizations, acknowledgments.",
        mixinStandardHelpOptions = true)
final class X12ExplainCommand implements Callable<Integer> {

    /** Writes a line as it is made: a set may tell of very many claims. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to tell; - is stdin.")
    List<String> files = List.of();

    @Option(names = "--json", description = "One line of JSON for each transaction set or refused file.")
    boolean json;

    private boolean anyRefused;

    @Override
    public Integer call() {
        var out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
        for (var file : files) {
            explain(file, out);
            out.flush();
        }
        return anyRefused ? 1 : 0;
    }

    private void explain(String name, PrintWriter out) {
        try (var file = X12File.named(name)) {
            X12Explainer.explain(name, file, told -> tell(told, out));
        } catch (IOException | InvalidPathException unreadable) {
            tell(Explained.refused(name, X12File.sentence(unreadable)), out);
        }
    }

    private void tell(Explained told, PrintWriter out) {
        anyRefused |= told.refused() != null;
        if (json) {
            JSON.writeValue(out, told.asMap());
            out.println();
        } else {
            words(told, out);
        }
    }

    private static void words(Explained told, PrintWriter out) {
        if (told.refused() != null) {
            out.println(told.file() + ": refused. " + told.refused());
            return;
        }
        out.println(told.file() + ": " + told.transaction() + " " + told.controlNumber()
                + (told.version().isEmpty() ? "" : " (" + told.version() + ")"));
        told.sentences().forEach(sentence -> out.println("  " + sentence));
        told.warnings().forEach(warning -> out.println("  Look at this first: " + warning.sentence()));
    }
}
