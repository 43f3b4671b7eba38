package org.circlekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each package speaks SQL to the schema of its own name; of others it joins the views that they offer to it. */
class SqlOwnershipTest {

    private static final Path CODE = Path.of("src/main/java/org/circlekeeper");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|into|update|using|references|on|table|view)\\s+"
                    + "(?:only\\s+)?([a-z_]+)\\.([a-z_0-9]+)");
    private static final Pattern CLOCK = Pattern.compile(
            "\\bnow\\(\\)|current_date|current_timestamp|clock_timestamp|localtimestamp|uuidv7",
            Pattern.CASE_INSENSITIVE);

    @Test
    void a_store_touches_only_its_own_tables_and_the_views_offered_to_it() throws IOException {
        var trespasses = new ArrayList<String>();
        for (var store : files(CODE, ".java")) {
            var owner = CODE.relativize(store).getName(0).toString();
            var text = Files.readString(store);
            if (text.contains("\"\"\"") || text.contains(".sql(")) {
                trespasses.addAll(trespasses(store, owner, strings(text)));
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void a_migration_makes_what_its_own_schema_holds() throws IOException {
        var trespasses = new ArrayList<String>();
        for (var migration : files(MIGRATIONS, ".sql")) {
            var owner = MIGRATIONS.relativize(migration).getName(0).toString();
            var text = Files.readString(migration);
            for (Matcher made = Pattern.compile("create (?:table|view|index[^;]*? on) (?:if not exists )?([a-z_]+)\\.")
                            .matcher(text);
                    made.find(); ) {
                if (!made.group(1).equals(owner)) {
                    trespasses.add(migration + " makes something in " + made.group(1));
                }
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void time_comes_from_the_clock() throws IOException {
        var clocks = new ArrayList<String>();
        for (var file : files(MIGRATIONS, ".sql")) {
            CLOCK.matcher(Files.readString(file)).results().forEach(found -> clocks.add(file + ": " + found.group()));
        }
        for (var file : files(CODE, "Store.java")) {
            CLOCK.matcher(strings(Files.readString(file)))
                    .results()
                    .forEach(found -> clocks.add(file + ": " + found.group()));
        }
        assertThat(clocks).isEmpty();
    }

    private static List<String> trespasses(Path store, String owner, String sql) throws IOException {
        var schemas = schemas();
        var allowed = allowed(owner);
        return TABLE.matcher(sql)
                .results()
                .filter(table -> schemas.contains(table.group(1)))
                .filter(table -> !table.group(1).equals(owner))
                .filter(table -> !(table.group(2).endsWith("_facts") && allowed.contains(table.group(1))))
                .map(table -> store + " speaks of " + table.group(1) + "." + table.group(2))
                .toList();
    }

    /** The text blocks and strings of a source file: SQL is nowhere else. */
    private static String strings(String java) {
        return Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL)
                .matcher(java)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> allowed(String owner) throws IOException {
        var declared = Files.readString(CODE.resolve(owner).resolve("package-info.java"));
        return Pattern.compile("\"([a-z0-9]+)\"")
                .matcher(declared)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> schemas() throws IOException {
        try (var folders = Files.list(MIGRATIONS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
