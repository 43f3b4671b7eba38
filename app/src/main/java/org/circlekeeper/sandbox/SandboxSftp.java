package org.circlekeeper.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The door into the payer's mailbox that a clearinghouse has: SFTP, on this machine alone, to one account with a
 * password. It shows the mailbox and nothing above it; no shell, no forwarding.
 */
public final class SandboxSftp implements AutoCloseable {

    private final SshServer server;

    private SandboxSftp(SshServer server) {
        this.server = server;
    }

    /** What somebody says at the door. */
    public record Account(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Opens at once.
     *
     * @param port 0 takes any that is free
     * @param hostKey made there on the first day and kept, so that a caller who remembers it is not warned
     * @throws IOException when the port is taken or the key cannot be kept
     */
    public static SandboxSftp open(Path folder, int port, Path hostKey, Account account) throws IOException {
        var server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(hostKey));
        server.setPasswordAuthenticator(
                (name, password, session) -> same(name, account.name()) & same(password, account.password()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        return new SandboxSftp(server);
    }

    /** Where it answers. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static boolean same(String said, String known) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
    }
}
