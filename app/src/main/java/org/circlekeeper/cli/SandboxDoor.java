package org.circlekeeper.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.circlekeeper.sandbox.SandboxSftp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The way into the sandbox payer's folder by SFTP, for whoever asks for it. */
final class SandboxDoor {

    private static final int RANDOM_BYTES = 12;

    @Option(
            names = "--sftp",
            paramLabel = "PORT",
            description = "Let the folder be reached by SFTP on this machine too; 0 takes a free port.")
    @Nullable
    Integer port;

    @Option(names = "--user", paramLabel = "NAME", description = "Who may come by SFTP; else: practice.")
    String user = "practice";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Its first line is the password for SFTP; without it one is made and told on stderr.")
    @Nullable
    Path passwordFile;

    boolean isWanted() {
        return port != null;
    }

    /** Null when nobody asked for it. The host key lies beside the folder, where SFTP does not reach. */
    @Nullable
    SandboxSftp open(Path folder) throws IOException {
        if (port == null) {
            return null;
        }
        Common.examinePort(port);
        var account = new SandboxSftp.Account(user, password());
        var hostKey = folder.resolveSibling(folder.getFileName() + ".host-key");
        try {
            var open = SandboxSftp.open(folder, port, hostKey, account);
            Answer.aside("SFTP: sftp -P " + open.port() + " " + user + "@127.0.0.1");
            if (passwordFile == null) {
                Answer.aside("Password, until this ends: " + account.password());
            }
            return open;
        } catch (IOException shut) {
            throw Refusal.of("SFTP cannot be offered on port " + port + " (" + shut.getMessage()
                    + "). Another program may have the port: name another one, or 0 for a free one.");
        }
    }

    private String password() throws IOException {
        if (passwordFile == null) {
            var bytes = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        var file = Common.path(passwordFile);
        var first = Files.isReadable(file)
                ? Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("")
                : "";
        if (first.isBlank()) {
            throw Refusal.usage("There is no password in the first line of " + file + ".");
        }
        return first;
    }
}
