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
    private final Set<String> told = new HashSet<>();

    /**
     * What a round came to.
     *
     * @param answered names of the files that were answered
     * @param left a sentence for each file that stays in {@code in}, told once
     */
    public record Round(List<String> answered, List<String> left) {}

    public SandboxFolder(Path folder, SandboxPayer payer) throws IOException {
        this.in = Files.createDirectories(folder.resolve("in"));
        this.out = Files.createDirectories(folder.resolve("out"));
        this.done = Files.createDirectories(folder.resolve("done"));
        this.payer = payer;
    }

    /**
     * Answers what lies there now. A file that cannot be read, or whose answer cannot be written, keeps nobody waiting.
     */
    public Round round() throws IOException {
        var round = new Round(new ArrayList<>(), new ArrayList<>());
        for (var file : waiting()) {
            var name = String.valueOf(file.getFileName());
            try {
                if (Files.size(file) > LARGEST) {
                    leave(name, "is larger than 64 MB: send it in pieces", round);
                } else if (answer(file, name)) {
                    round.answered().add(name);
                    told.remove(name);
                }
            } catch (IOException unreadable) {
                leave(name, "could not be answered, and is tried again: " + unreadable.getMessage(), round);
            }
        }
        return round;
    }

    /** True when somebody waits for a slow payer. */
    public boolean hasLate() {
        return !late.isEmpty();
    }

    private void leave(String name, String why, Round round) {
        late.remove(name);
        if (told.add(name)) {
            round.left().add(name + " " + why + ".");
        }
    }

    private boolean answer(Path file, String name) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (payer.isSlow(bytes) && late.add(name)) {
            return false;
        }
        for (var reply : payer.answer(bytes)) {
            put(name + "." + reply.ending(), reply.bytes());
        }
        late.remove(name);
        Files.move(file, done.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** A file that is still being written has a temporary name. */
    private List<Path> waiting() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var listed = Files.newDirectoryStream(in, "*")) {
            for (var file : listed) {
                var name = String.valueOf(file.getFileName());
                if (Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".tmp")) {
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
