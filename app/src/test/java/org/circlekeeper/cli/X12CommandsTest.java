package org.circlekeeper.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.circlekeeper.Circlekeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of X12 are told and looked at without a home, without a database and without starting the program. */
class X12CommandsTest {

    private static final String ACCEPTED = """
            ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260112*0915*^*00501*000000001*0*P*:~
            TA1*000000107*260112*0915*A*000~
            IEA*0*000000001~
            """;

    @TempDir
    Path folder;

    private final PrintStream console = System.out;
    private final InputStream keyboard = System.in;

    private record Ended(int code, List<String> lines) {}

    @AfterEach
    void as_it_was() {
        System.setOut(console);
        System.setIn(keyboard);
    }

    @Test
    void each_file_is_a_line_of_json_and_each_set_a_line() throws IOException {
        var ended = run("x12", "explain", file("one.ta1", ACCEPTED), file("two.ta1", ACCEPTED + ACCEPTED), "--json");

        assertThat(ended.code()).isZero();
        assertThat(ended.lines())
                .hasSize(3)
                .allMatch(line -> json(line).get("outcome").asString().equals("accepted"));
        assertThat(json(ended.lines().getFirst()).get("file").asString()).endsWith("one.ta1");
    }

    @Test
    void a_file_that_is_refused_stands_among_the_others_and_is_the_end_of_the_command() throws IOException {
        var ended =
                run("x12", "explain", file("web.835", "<html>"), folder + "/none", file("fine", ACCEPTED), "--json");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).hasSize(3);
        assertThat(json(ended.lines().get(0)).get("refused").asString()).contains("not X12");
        assertThat(json(ended.lines().get(1)).get("refused").asString()).isEqualTo("There is no such file.");
        assertThat(json(ended.lines().get(2)).get("refused").isNull()).isTrue();
    }

    @Test
    void people_are_told_in_sentences() throws IOException {
        var ended = run("x12", "explain", file("one.ta1", ACCEPTED));

        assertThat(ended.lines().getFirst()).endsWith("one.ta1: TA1 000000107");
        assertThat(ended.lines().get(1)).isEqualTo("  Our interchange 000000107 was accepted.");
        assertThat(run("x12", "explain", file("empty", "")).lines())
                .singleElement()
                .asString()
                .endsWith("empty: refused. The file is empty. Fetch it again.");
    }

    @Test
    void a_hyphen_is_what_comes_on_stdin() {
        System.setIn(new ByteArrayInputStream(ACCEPTED.getBytes(UTF_8)));

        var ended = run("x12", "explain", "-", "--json");

        assertThat(ended.code()).isZero();
        assertThat(json(ended.lines().getFirst()).get("file").asString()).isEqualTo("-");
    }

    @Test
    void a_check_lists_what_is_wrong_and_ends_with_one_when_anything_is() throws IOException {
        var fine = run("x12", "check", file("fine", ACCEPTED));
        var wrong = run("x12", "check", file("wrong", ACCEPTED.replace("IEA*0", "IEA*1")), "--json");

        assertThat(fine.code()).isZero();
        assertThat(fine.lines().getFirst()).endsWith("fine: nothing wrong was found.");
        assertThat(wrong.code()).isEqualTo(1);
        var flaw = json(wrong.lines().getFirst());
        assertThat(flaw.get("segment").longValue()).isEqualTo(3);
        assertThat(flaw.get("id").asString()).isEqualTo("IEA");
        assertThat(flaw.get("element").longValue()).isEqualTo(1);
        assertThat(flaw.get("code").asString()).isEqualTo("count-differs");
        assertThat(run("x12", "check", folder + "/none").code()).isEqualTo(1);
    }

    @Test
    void wrong_usage_is_told_at_once() {
        assertThat(run("x12").code()).isEqualTo(2);
        assertThat(run("x12", "explain").code()).isEqualTo(2);
        assertThat(run("x12", "check").code()).isEqualTo(2);
        assertThat(run("x12", "explain", "--loudly", "file").code()).isEqualTo(2);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private static Ended run(String... words) {
        var answer = new ByteArrayOutputStream();
        System.setOut(new PrintStream(answer, true, UTF_8));
        int code = Cli.run(Circlekeeper.class, words).orElseThrow();
        return new Ended(code, answer.toString(UTF_8).lines().toList());
    }
}
