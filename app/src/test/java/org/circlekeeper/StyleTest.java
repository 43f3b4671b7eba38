package org.circlekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The house style where a machine can hold it: sizes, names, and what is written nowhere. */
class StyleTest {

    private static final int LINES_IN_A_FILE = 300;
    private static final int LINES_IN_A_FUNCTION = 40;
    private static final int COLUMNS = 120;
    private static final int MARGIN = 24;
    private static final Pattern QUALIFIED = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*");
    private static final Pattern EMPTY_NAMES =
            Pattern.compile(".*(Service|Manager|Helper|Utils?|Impl|DTO|Dto|Entity|Data|Info)|(Default|Base)[A-Z].*");
    private static final Map<String, Pattern> NOWHERE = Map.of(
            "work left undone", Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b"),
            "a test that does not run", Pattern.compile("@Dis" + "abled\\b"),
            "a mock", Pattern.compile("org\\.mock" + "ito|@Mock(ito)?Bean\\b"));
    private static final Pattern OWN_CLOCK = Pattern.compile(
            "\\b(Instant|LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime|YearMonth)\\.now\\("
                    + "|System\\.currentTimeMillis|new Date\\(\\)|Clock\\.system");
    private static final List<String> HOME_OF_THE_CLOCK = List.of("Circlekeeper.java", "MovableClock.java");
    private static final Pattern PRINTING = Pattern.compile("System\\.(out|err)\\b|\\.printStackTrace\\(");

    private final List<Path> main = SourceTree.files(SourceTree.MAIN, ".java");
    private final List<Path> all = new ArrayList<>(main);

    StyleTest() {
        all.addAll(SourceTree.files(SourceTree.TEST, ".java"));
    }

    /** What stands in a text block is data, or SQL: a function is as long as its statements. */
    private static String withoutTextBlocks(String source) {
        return source.replaceAll("(?s)\"\"\".*?\"\"\"", "text");
    }

    /** SQL stands in text blocks far to the right: there the margin is not counted. */
    private static int width(String line) {
        return line.length() - line.stripLeading().length() < MARGIN
                ? line.length()
                : line.stripLeading().length();
    }

    @Test
    void files_functions_and_lines_have_a_size() {
        var tooLong = new ArrayList<String>();
        for (var file : all) {
            var text = SourceTree.text(file);
            if (SourceTree.linesOfCode(text) > LINES_IN_A_FILE) {
                tooLong.add(file + " has " + SourceTree.linesOfCode(text) + " lines");
            }
            text.lines()
                    .filter(line -> width(line) > COLUMNS)
                    .forEach(line -> tooLong.add(file + " has a line too wide: " + line.strip()));
        }
        eachMethod((name, source) -> {
            long lines = SourceTree.linesOfCode(withoutTextBlocks(source));
            if (lines > LINES_IN_A_FUNCTION) {
                tooLong.add(name + " has " + lines + " lines");
            }
        });
        assertThat(tooLong).isEmpty();
    }

    @Test
    void names_say_something() {
        var empty = new ArrayList<String>();
        eachClass(all, (trees, unit, type) -> {
            if (EMPTY_NAMES.matcher(type.getSimpleName()).matches()) {
                empty.add(unit.getSourceFile().getName() + ": " + type.getSimpleName());
            }
        });
        assertThat(empty).isEmpty();
    }

    /** A name is written out where another type of that name is imported already. */
    @Test
    void types_of_other_packages_are_imported() {
        var writtenOut = new ArrayList<String>();
        var task = SourceTree.task(all);
        for (var unit : SourceTree.parsed(task)) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitImport(ImportTree imported, Void nothing) {
                    return nothing;
                }

                @Override
                public Void visitPackage(PackageTree declared, Void nothing) {
                    return nothing;
                }

                @Override
                public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
                    boolean known = unit.getImports().stream()
                            .anyMatch(one -> one.toString().endsWith("." + select.getIdentifier() + ";"));
                    if (QUALIFIED.matcher(select.toString()).matches() && !known) {
                        writtenOut.add(unit.getSourceFile().getName() + ": " + select);
                    }
                    return super.visitMemberSelect(select, nothing);
                }
            }.scan(unit, null);
        }
        assertThat(writtenOut).isEmpty();
    }

    @Test
    void each_type_opens_with_a_sentence() {
        var silent = new ArrayList<String>();
        var task = SourceTree.task(main);
        var trees = Trees.instance(task);
        for (var unit : SourceTree.parsed(task)) {
            for (var type : unit.getTypeDecls()) {
                var path = trees.getPath(unit, type);
                var said = type instanceof ClassTree ? trees.getDocComment(path) : ".";
                if (said == null || !said.contains(".")) {
                    silent.add(unit.getSourceFile().getName());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void each_package_says_in_one_sentence_what_it_is_for() {
        var folders = main.stream().map(Path::getParent).distinct().toList();
        for (var folder : folders) {
            if (folder.endsWith("org/circlekeeper")) {
                continue;
            }
            assertThat(folder.resolve("package-info.java")).exists();
            var text = SourceTree.text(folder.resolve("package-info.java"));
            assertThat(SourceTree.firstSentence(text)).as(folder.toString()).isNotBlank();
            assertThat(text).as(folder.toString()).contains("@NullMarked");
        }
    }

    @Test
    void some_things_are_written_nowhere() {
        var found = new ArrayList<String>();
        for (var file : all) {
            var text = SourceTree.text(file);
            NOWHERE.forEach((what, pattern) -> {
                if (pattern.matcher(text).find()) {
                    found.add(file + ": " + what);
                }
            });
        }
        for (var file : main) {
            var text = SourceTree.text(file);
            if (!HOME_OF_THE_CLOCK.contains(file.getFileName().toString())
                    && OWN_CLOCK.matcher(text).find()) {
                found.add(file + ": a clock of its own");
            }
            if (!file.toString().contains("/cli/") && PRINTING.matcher(text).find()) {
                found.add(file + ": printing");
            }
        }
        assertThat(found).isEmpty();
    }

    private interface MethodReader {
        void read(String name, String source);
    }

    private interface ClassReader {
        void read(Trees trees, CompilationUnitTree unit, ClassTree type);
    }

    private void eachMethod(MethodReader reader) {
        var task = SourceTree.task(all);
        var trees = Trees.instance(task);
        for (var unit : SourceTree.parsed(task)) {
            var text = SourceTree.text(Path.of(unit.getSourceFile().getName()));
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    var positions = trees.getSourcePositions();
                    long from = positions.getStartPosition(unit, method);
                    long to = positions.getEndPosition(unit, method);
                    if (from >= 0 && to > from) {
                        var name = unit.getSourceFile().getName() + " " + method.getName();
                        reader.read(name, text.substring((int) from, (int) to));
                    }
                    return super.visitMethod(method, nothing);
                }
            }.scan(unit, null);
        }
    }

    private static void eachClass(List<Path> files, ClassReader reader) {
        var task = SourceTree.task(files);
        var trees = Trees.instance(task);
        for (var unit : SourceTree.parsed(task)) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void nothing) {
                    reader.read(trees, unit, type);
                    return super.visitClass(type, nothing);
                }
            }.scan(unit, null);
        }
    }
}
