package org.circlekeeper.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxFolderTest {

    @TempDir
    Path folder;

    private static byte[] question(String memberId) throws IOException {
        return Files.readString(Path.of("src/test/resources/golden/270/batch.270"))
                .replaceAll("EHP[0-9]{6}", memberId)
                .getBytes(US_ASCII);
    }

    @Test
    void a_slow_payer_answers_a_round_later() throws IOException {
        var payer = new SandboxPayer(new Scenarios(Map.of("EHP300201", Scenario.SLOW)), Dialect.USUAL);
        var mailbox = new SandboxFolder(folder, payer);
        Files.write(folder.resolve("in/slow.270"), question("EHP300201"));
        Files.write(folder.resolve("in/quick.270"), question("ACTIVE01"));

        assertThat(mailbox.round().answered()).containsExactly("quick.270");
        assertThat(mailbox.round().answered()).containsExactly("slow.270");
        assertThat(folder.resolve("out/slow.270.271")).exists();
        assertThat(folder.resolve("out/slow.270.999")).exists();
        assertThat(folder.resolve("done/slow.270")).exists();
        assertThat(folder.resolve("in/slow.270")).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_answered_keeps_nobody_waiting_and_is_told_once() throws IOException {
        var mailbox = new SandboxFolder(folder, new SandboxPayer(Scenarios.none(), Dialect.USUAL));
        Files.write(folder.resolve("in/first.270"), question("ACTIVE01"));
        Files.createDirectories(folder.resolve("out/first.270.999.tmp"));
        try (var large = new RandomAccessFile(folder.resolve("in/large.270").toFile(), "rw")) {
            large.setLength(65L << 20);
        }
        Files.write(folder.resolve("in/second.270"), question("ACTIVE01"));

        var round = mailbox.round();
        assertThat(round.answered()).containsExactly("second.270");
        assertThat(round.left())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("first.270 could not be answered"),
                        large -> assertThat(large).contains("larger than 64 MB: send it in pieces"));
        assertThat(folder.resolve("in/first.270")).exists();

        Files.delete(folder.resolve("out/first.270.999.tmp"));
        var again = mailbox.round();
        assertThat(again.answered()).containsExactly("first.270");
        assertThat(again.left()).isEmpty();
    }
}
