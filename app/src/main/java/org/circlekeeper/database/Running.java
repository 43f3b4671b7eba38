package org.circlekeeper.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** What the holder of a home says to those who come while it runs: who it is and where its database listens. */
record Running(long pid, int port, HomeUse use, String address) {

    private static final String FILE = "running";

    /** What is said there by a process that is still alive. */
    static Optional<Running> in(Home home) throws IOException {
        var file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var said = new Properties();
        said.load(new StringReader(Files.readString(file)));
        try {
            var running = new Running(
                    Long.parseLong(said.getProperty("pid")),
                    Integer.parseInt(said.getProperty("port")),
                    HomeUse.valueOf(said.getProperty("use")),
                    said.getProperty("address", ""));
            return ProcessHandle.of(running.pid).map(_ -> running);
        } catch (IllegalArgumentException | NullPointerException torn) {
            return Optional.empty();
        }
    }

    void tell(Home home) throws IOException {
        var text = "pid=" + pid + "\nport=" + port + "\nuse=" + use + "\naddress=" + address + "\n";
        var whole = home.resolve(FILE + ".new");
        OwnFiles.write(whole, text);
        Files.move(whole, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static void nothing(Home home) throws IOException {
        Files.deleteIfExists(home.resolve(FILE));
    }

    Running at(String pages) {
        return new Running(pid, port, use, pages);
    }
}
