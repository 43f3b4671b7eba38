package org.circlekeeper.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.circlekeeper.x12.eligibility.EligibilityAnswerReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxSftpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SandboxSftp.Account ACCOUNT = new SandboxSftp.Account("practice", "a-long-word");

    @TempDir
    Path place;

    private final SshClient client = SshClient.setUpDefaultClient();
    private final List<PublicKey> hostKeys = new ArrayList<>();

    private Path folder() {
        return place.resolve("payer");
    }

    private SandboxSftp door() throws IOException {
        return SandboxSftp.open(folder(), 0, place.resolve("payer.host-key"), ACCOUNT);
    }

    private ClientSession session(SandboxSftp door, String password) throws IOException {
        var session = client.connect("practice", "127.0.0.1", door.port())
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(PATIENCE);
        return session;
    }

    @BeforeEach
    void a_client() {
        client.setServerKeyVerifier((session, address, key) -> hostKeys.add(key));
        client.start();
    }

    @AfterEach
    void goes() {
        client.stop();
    }

    @Test
    void a_question_comes_and_its_answer_is_fetched() throws IOException {
        var mailbox = new SandboxFolder(folder(), new SandboxPayer(Scenarios.none(), Dialect.USUAL));
        try (var door = door();
                var session = session(door, ACCOUNT.password());
                var sftp = SftpClientFactory.instance().createSftpClient(session)) {
            try (var to = sftp.write("/in/monday.270.tmp")) {
                to.write(Files.readAllBytes(Path.of("src/test/resources/golden/270/batch.270")));
            }
            assertThat(mailbox.round().answered()).isEmpty();
            sftp.rename("/in/monday.270.tmp", "/in/monday.270");
            assertThat(mailbox.round().answered()).containsExactly("monday.270");

            assertThat(names(sftp, "/out")).containsExactlyInAnyOrder("monday.270.271", "monday.270.999");
            try (var from = sftp.read("/out/monday.270.271")) {
                assertThat(EligibilityAnswerReader.all(from.readAllBytes())).hasSize(3);
            }
            sftp.remove("/out/monday.270.271");
            assertThat(folder().resolve("out/monday.270.271")).doesNotExist();
        }
    }

    @Test
    void nothing_above_the_mailbox_is_seen() throws IOException {
        new SandboxFolder(folder(), new SandboxPayer(Scenarios.none(), Dialect.USUAL));
        Files.writeString(place.resolve("secret"), "beside it", StandardCharsets.UTF_8);
        try (var door = door();
                var session = session(door, ACCOUNT.password());
                var sftp = SftpClientFactory.instance().createSftpClient(session)) {
            assertThat(names(sftp, "/")).containsExactlyInAnyOrder("in", "out", "done");
            assertThatThrownBy(() -> sftp.stat("/../secret")).isInstanceOf(SftpException.class);
        }
    }

    @Test
    void a_wrong_password_stays_outside_and_the_host_key_is_kept() throws IOException {
        new SandboxFolder(folder(), new SandboxPayer(Scenarios.none(), Dialect.USUAL));
        try (var door = door()) {
            assertThatThrownBy(() -> session(door, "another-word")).isInstanceOf(SshException.class);
        }
        try (var door = door();
                var session = session(door, ACCOUNT.password())) {
            assertThat(session.isAuthenticated()).isTrue();
        }
        assertThat(hostKeys).hasSize(2);
        assertThat(hostKeys.getFirst()).isEqualTo(hostKeys.getLast());
    }

    private static List<String> names(SftpClient sftp, String folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (var entry : sftp.readDir(folder)) {
            if (!entry.getFilename().startsWith(".")) {
                names.add(entry.getFilename());
            }
        }
        return names;
    }
}
