package org.circlekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.circlekeeper.Circlekeeper;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.movein.Openings;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.signing.AnySigning;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.SigningPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signatures looked at again from the command line. */
class VerifyCommandTest {

    private static final String PRACTICE = "src/main/resources/sample/maple-street/practice.json";

    @TempDir
    Path temp;

    private final Map<String, String> before = new TreeMap<>();
    private final PrintStream console = System.out;

    private record Ended(int code, String answer) {

        JsonNode json() {
            return JsonMapper.shared().readTree(answer);
        }
    }

    @BeforeEach
    void aHomeOnTrial() {
        set("circlekeeper.home", temp.resolve("home").toString());
        set("circlekeeper.durable", "false");
        set("CIRCLEKEEPER_CLOCK", "2026-11-23T15:00:00Z");
        set("circlekeeper.cwd", Path.of("").toAbsolutePath().toString());
    }

    @AfterEach
    void asItWas() {
        System.setOut(console);
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void wrong_usage_is_told_before_anything_starts() {
        assertThat(run("verify").code()).isEqualTo(2);
        assertThat(run("verify", "not-a-number").code()).isEqualTo(2);
        assertThat(run("verify", "0198a000-0000-7000-8000-000000000001", "--all")
                        .code())
                .isEqualTo(2);
        assertThat(temp.resolve("home")).doesNotExist();
    }

    @Test
    void what_is_whole_ends_with_nought_and_what_was_altered_with_one() throws Exception {
        assertThat(run("init", "--practice", PRACTICE).code()).isZero();
        var signed = signed();

        var all = run("verify", "--all", "--json");
        assertThat(all.code()).isZero();
        assertThat(all.json().path("whole").asBoolean()).isTrue();
        assertThat(all.json().path("signatures")).hasSize(2);
        assertThat(all.json().path("signatures").get(0).propertyNames())
                .containsExactly("signature", "verdict", "differs");
        var one = run("verify", signed.toString());
        assertThat(one.code()).isZero();
        assertThat(one.answer()).contains("1 signature is as it was signed.");
        var missing = run("verify", "0198a000-0000-7000-8000-000000000001");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.answer()).contains("There is no such signature in this practice.");
        documentsAreExported();

        alter("update signing.signature set status = 'WITHDRAWN' where form = 'group-confidentiality'");
        var altered = run("verify", "--all");
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.answer())
                .contains("1 signature is as it was signed.", "NOT FINE  " + signed + " altered")
                .contains("by its entries it is \"Signed\"");
    }

    private void documentsAreExported() throws Exception {
        var out = temp.resolve("all");
        var manifest = run("export", "--all", "--out", out.toString(), "--json").json();

        assertThat(manifest.path("notWritten")).isEmpty();
        try (var files = Files.list(out)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("signed-paper-")))
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F'));
        }
        assertThat(out.resolve("documents.content.csv")).doesNotExist();
        for (var file : manifest.path("files")) {
            for (var column : file.path("columns")) {
                assertThat(column.path("says").asString())
                        .as(file.path("file").asString() + " "
                                + column.path("name").asString())
                        .isNotBlank();
            }
        }
    }

    private SignatureId signed() {
        try (var program = Launch.command(Circlekeeper.class)) {
            var practice = practice(program.getBean(Openings.class));
            var signing = program.getBean(SigningPractice.class);
            var ana = program.getBean(AnyPractice.class).patient(practice);
            var paper = AnySigning.by(ana, "Ana Ruiz");
            signing.agrees(practice, paper);
            return signing.signed(practice, paper);
        }
    }

    private void alter(String sql) {
        try (var program = Launch.command(Circlekeeper.class)) {
            var practice = practice(program.getBean(Openings.class));
            var rows = program.getBean(PracticeScope.class)
                    .in(
                            practice,
                            () -> program.getBean(JdbcClient.class).sql(sql).update());
            assertThat(rows).isEqualTo(1);
        }
    }

    private static PracticeId practice(Openings openings) {
        return openings.all().getFirst().id();
    }

    private Ended run(String... words) {
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int code = Cli.run(Circlekeeper.class, words).orElseThrow();
            return new Ended(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
        }
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name, ""));
        System.setProperty(name, value);
    }
}
