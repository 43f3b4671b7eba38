package org.circlekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlekeeper.Circlekeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {

    private static final String OLIVE = "olive@example.org";
    private static final String CORA = "cora@example.org";
    private static final String MAPLE_STREET = "src/main/resources/sample/maple-street";

    @TempDir
    Path temp;

    private final Map<String, String> before = new TreeMap<>();
    private final PrintStream console = System.out;

    /** What a command gave back and what it answered on stdout. */
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
        assertThat(run("import").code()).isEqualTo(2);
        assertThat(run("init").code()).isEqualTo(2);
        assertThat(run("claims").code()).isEqualTo(2);
        assertThat(run("rounds", "--trust", "blindly").code()).isEqualTo(2);
        assertThat(run("import", "--undo", "not-a-token").code()).isEqualTo(2);
        assertThat(run("no-such-command").code()).isEqualTo(2);
        assertThat(run("serve", "--port", "99999").code()).isEqualTo(2);
        assertThat(run("serve", "--port", "-1").code()).isEqualTo(2);
        assertThat(run("import", "no/such/folder").code()).isEqualTo(1);
        assertThat(temp.resolve("home")).doesNotExist();
    }

    @Test
    void help_is_an_answer() {
        assertThat(run("--help").answer()).contains("serve").contains("claims").contains("Exit codes");
        assertThat(run("import", "--help").answer()).contains("--dry-run").contains("--undo");
    }

    @Test
    void from_exports_to_claims_files_each_answer_alone_on_stdout() throws Exception {
        assertThat(run("init", "--practice", MAPLE_STREET + "/practice.json").code())
                .isZero();
        var noFolder = temp.resolve("no-folder").resolve("refused.csv").toString();
        assertThat(run("import", MAPLE_STREET, "--errors", noFolder).code()).isEqualTo(1);
        var imported = run("import", MAPLE_STREET, "--json");
        assertThat(imported.code()).isEqualTo(1);
        assertThat(imported.json().path("imported").asInt())
                .as("what could not be answered was not done")
                .isEqualTo(453);
        assertThat(imported.json().propertyNames())
                .containsExactly(
                        "groups", "sessions", "patients", "imported", "unchanged", "changed", "refused", "undo");
        assertThat(imported.json().path("refused").get(0).propertyNames())
                .containsExactly("file", "row", "id", "reason");

        aCoordinatorReleasesNoClaims();
        var steps = run("rounds", "--trust", "act", "--json").json().path("steps");
        assertThat(steps.get(0).propertyNames()).containsExactly("duty", "key", "kind", "sentence", "evidence");
        assertThat(steps.valueStream().map(step -> step.path("kind").asString()))
                .containsOnly("did");

        eachClaimTellsOfOneMember(run("claims", "list", "--json").json());

        var files = run("claims", "export", "--out", temp.resolve("out").toString(), "--json")
                .json();
        assertThat(files.propertyNames()).containsExactly("files", "already");
        assertThat(files.path("files")
                        .valueStream()
                        .mapToInt(file -> file.path("claims").asInt())
                        .sum())
                .isEqualTo(173);
        try (var written = Files.list(temp.resolve("out"))) {
            assertThat(written).hasSize(5);
        }

        todayTellsWhatWasNotBilled();
        everythingIsExported();
    }

    /** I3: no row of the list tells of anybody but the one whose claim it is, and of them by id alone. */
    private static void eachClaimTellsOfOneMember(JsonNode list) throws Exception {
        assertThat(list.get(0).propertyNames())
                .containsExactly(
                        "id",
                        "claimNumber",
                        "patientId",
                        "payerId",
                        "serviceDate",
                        "chargeCents",
                        "status",
                        "findings");
        var clients = Files.readAllLines(Path.of(MAPLE_STREET, "clients.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        for (var claim : list) {
            var row = claim.toString();
            for (var client : clients) {
                assertThat(row).doesNotContain(client[1] + " " + client[2], client[5], client[6], client[7]);
                if (!client[0].equals(claim.path("patientId").asString())) {
                    assertThat(row).doesNotContain(client[0]);
                }
            }
        }
    }

    /** I18: their word is good for what they may do themselves, and no further. */
    private void aCoordinatorReleasesNoClaims() {
        assertThat(run("user", "add", "--email", CORA, "--name", "Cora Desk", "--role", "COORDINATOR")
                        .code())
                .isZero();
        var steps =
                run("rounds", "--trust", "act", "--as", CORA, "--json").json().path("steps");
        assertThat(steps.valueStream().map(step -> step.path("kind").asString()))
                .containsOnly("did", "asked", "proposed");
        assertThat(steps.valueStream()
                        .filter(step -> step.path("kind").asString().equals("did"))
                        .map(step -> step.path("duty").asString()))
                .doesNotContain("file-claims");
        assertThat(run("claims", "list", "--json")
                        .json()
                        .valueStream()
                        .map(claim -> claim.path("status").asString()))
                .doesNotContain("batched", "sent");
    }

    private void todayTellsWhatWasNotBilled() throws Exception {
        assertThat(run("user", "add", "--email", OLIVE, "--name", "Olive Owner", "--role", "OWNER")
                        .code())
                .isZero();
        var today = run("today", "--as", OLIVE, "--json").json();
        assertThat(today.propertyNames()).containsExactly("done", "asked", "unbilled");
        assertThat(today.path("asked").get(0).propertyNames()).containsExactly("key", "question", "because");
        assertThat(today.path("unbilled").path("total").asInt()).isEqualTo(27);
    }

    private void everythingIsExported() throws Exception {
        var out = temp.resolve("all");
        var manifest = run("export", "--all", "--out", out.toString(), "--json").json();
        for (var file : manifest.path("files")) {
            assertThat(out.resolve(file.path("file").asString())).exists();
            assertThat(file.path("holds").asString())
                    .as(file.path("file").asString())
                    .isNotBlank();
            for (var column : file.path("columns")) {
                assertThat(column.path("says").asString())
                        .as(file.path("file").asString() + " "
                                + column.path("name").asString())
                        .isNotBlank();
            }
        }
        assertThat(Files.readAllLines(out.resolve("attendance.encounter.csv"))).hasSize(201);
        whoSpokeForAPersonIsInTheTrail(Files.readAllLines(out.resolve("audit.entry.csv")));
        assertThat(run("export", "--all", "--out", out.toString()).code()).isEqualTo(1);
    }

    /** Nobody signed in: each row of the person names the account that spoke for them. */
    private static void whoSpokeForAPersonIsInTheTrail(List<String> trail) {
        assertThat(trail)
                .anyMatch(row -> row.contains("acts as a person") && row.contains("operator"))
                .anyMatch(row -> row.contains("saw today") && row.contains("Olive Owner"));
        assertThat(trail)
                .filteredOn(row -> row.contains("Olive Owner"))
                .isNotEmpty()
                .allMatch(row -> row.contains(", by " + System.getProperty("user.name") + " (command line)"));
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
