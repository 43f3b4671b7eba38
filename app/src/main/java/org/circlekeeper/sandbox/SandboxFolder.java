package org.circlekeeper.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The payer's mailbox: questions are put into {@code in}, answers come into {@code out} under the question's name. What
 * is answered moves to {@code done}. Who meets a slow payer is answered a round later than the others.
 */
public final class SandboxFolder {

    /** Larger questions wait for a person; a practice's own are far smaller. */
    private static final long LARGEST = 64L << 20;

    private final Path in;
    private final Path out;
    private final Path done;
    private final SandboxPayer payer;
    private final Set<String> late = new HashSet<>();

    public SandboxFolder(Path folder, SandboxPayer payer) throws IOException {
        this.in = Files.createDirectories(folder.resolve("in"));
        this.out = Files.createDirectories(folder.resolve("out"));
        this.done = Files.createDirectories(folder.resolve("done"));
        this.payer = payer;
    }

    /** Answers what lies there now; returns the names of what it answered. */
    public List<String> round() throws IOException {
        List<String> answered = new ArrayList<>();
        for (var file : waiting()) {
            var name = String.valueOf(file.getFileName());
            var bytes = Files.readAllBytes(file);
            if (payer.isSlow(bytes) && late.add(name)) {
                continue;
            }
            for (var reply : payer.answer(bytes)) {
                put(name + "." + reply.ending(), reply.bytes());
            }
            late.remove(name);
            Files.move(file, done.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            answered.add(name);
        }
        return answered;
    }

    /** True when somebody waits for a slow payer. */
    public boolean hasLate() {
        return !late.isEmpty();
    }

    /** A file that is still being written has a temporary name. */
    private List<Path> waiting() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var listed = Files.newDirectoryStream(in, "*")) {
            for (var file : listed) {
                var name = String.valueOf(file.getFileName());
                boolean ready = Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".tmp");
                if (ready && Files.size(file) <= LARGEST) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    private void put(String name, byte[] bytes) throws IOException {
        var temporary = out.resolve(name + ".tmp");
        Files.write(temporary, bytes);
        Files.move(temporary, out.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
