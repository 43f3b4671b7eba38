package org.circlekeeper;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The source files as text and as trees, for the tests that hold them to the house style. */
final class SourceTree {

    static final Path MAIN = Path.of("src/main/java");
    static final Path TEST = Path.of("src/test/java");
    private static final Path ROOT = MAIN.resolve("org/circlekeeper");
    private static final Pattern ALLOWED = Pattern.compile("allowedDependencies\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*(.*?[.!?])(?=\\s)", Pattern.DOTALL);

    private SourceTree() {}

    /** A package directly beneath the root. */
    record Feature(String name, String sentence, List<String> mayUse) {}

    static List<Path> files(Path root, String ending) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JavacTask task(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var sources = manager.getJavaFileObjectsFromPaths(files);
        return (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
    }

    static List<CompilationUnitTree> parsed(JavacTask task) {
        try {
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return units;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Feature> features() {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> feature(folder.getFileName().toString(), text(folder.resolve("package-info.java"))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Feature feature(String name, String packageInfo) {
        var allowed = ALLOWED.matcher(packageInfo);
        var uses = allowed.find()
                ? QUOTED.matcher(allowed.group(1))
                        .results()
                        .map(quoted -> quoted.group(1))
                        .filter(used -> !used.isEmpty())
                        .toList()
                : List.<String>of();
        return new Feature(name, firstSentence(packageInfo), uses);
    }

    static String firstSentence(String packageInfo) {
        var sentence = FIRST_SENTENCE.matcher(packageInfo);
        return sentence.find()
                ? sentence.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip()
                : "";
    }

    /** Lines that say something: neither blank nor comment. */
    static long linesOfCode(String text) {
        boolean comment = false;
        long lines = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            boolean begins = !comment && line.startsWith("/*");
            if (!comment && !begins && !line.isEmpty() && !line.startsWith("//")) {
                lines++;
            }
            comment = (comment || begins) && !line.endsWith("*/");
        }
        return lines;
    }
}
