package org.circlekeeper.outbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.circlekeeper.database.OwnFiles;

/**
 * Writes a file so that whoever looks sees all of it or nothing, even when the power fails in between. Only the user of
 * this program may read it, and enter a folder that was made for it.
 */
public final class WholeFile {

    private static final long MEGABYTE = 1_000_000;

    /** Room for the log and for what the database writes meanwhile. */
    private static final long TO_SPARE = 50;

    private static final String NOTHING_LOST = "Nothing was lost: it goes the next time.";

    private WholeFile() {}

    /** What became of it. */
    public enum Written {
        NEW,
        /** The same bytes are there already. */
        THERE_ALREADY
    }

    /** Throws {@link CannotCarry} when the disk does not take it, or when another file has its name. */
    public static Written write(Path folder, String name, byte[] bytes) {
        try {
            OwnFiles.directory(folder);
            var file = folder.resolve(name);
            if (Files.exists(file)) {
                return sameAs(file, bytes);
            }
            put(folder, file, bytes);
            return Written.NEW;
        } catch (IOException broken) {
            throw new CannotCarry(sentence(folder, name, bytes.length, broken), broken);
        }
    }

    /** Whether the very bytes lie there under the name. */
    public static boolean isThere(Path folder, String name, byte[] bytes) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void put(Path folder, Path file, byte[] bytes) throws IOException {
        var unfinished = folder.resolve(unfinished(file.getFileName().toString()));
        try (var channel = OwnFiles.open(unfinished)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException broken) {
            Files.deleteIfExists(unfinished);
            throw broken;
        }
        KillPoint.reached("after-temp");
        Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
        KillPoint.reached("after-rename");
        sweep(folder, file.getFileName().toString());
        syncFolder(folder);
    }

    /** Of this process and thread alone: a server and a command may write the same file at the same moment. */
    static String unfinished(String name) {
        return "." + name + "." + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().threadId() + ".part";
    }

    /** Takes away what killed processes left of the file. */
    private static void sweep(Path folder, String name) throws IOException {
        try (var left = Files.newDirectoryStream(folder, "." + name + ".*part")) {
            for (var part : left) {
                if (!isBeingWritten(part)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static boolean isBeingWritten(Path part) {
        var writer = part.getFileName().toString().replaceAll(".*\\.(\\d{1,9})-\\d+\\.part$", "$1");
        return writer.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(writer))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    /** The name lasts only once the folder is on disk too. Some file systems do not allow it, and need not. */
    private static void syncFolder(Path folder) {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException notHere) {
            return;
        }
    }

    private static Written sameAs(Path file, byte[] bytes) throws IOException {
        if (Arrays.equals(Files.readAllBytes(file), bytes)) {
            return Written.THERE_ALREADY;
        }
        throw new CannotCarry(
                "Another file of the name " + file.getFileName() + " lies in " + file.getParent() + ". Move it away. "
                        + NOTHING_LOST,
                new IOException("name taken"));
    }

    private static String sentence(Path folder, String name, int bytes, IOException broken) {
        var message = String.valueOf(broken.getMessage());
        return message.contains("No space left") || message.contains("quota")
                ? "The disk is full: " + name + " was not written to " + folder + ". Free "
                        + megabytesWanted(folder, bytes) + " MB. " + NOTHING_LOST
                : "The file " + name + " could not be written to " + folder + " ("
                        + broken.getClass().getSimpleName() + "). See that the folder can be written. " + NOTHING_LOST;
    }

    private static long megabytesWanted(Path folder, int bytes) {
        try {
            long missing = bytes - Files.getFileStore(folder).getUsableSpace();
            return TO_SPARE + Math.max(0, missing / MEGABYTE);
        } catch (IOException unknown) {
            return TO_SPARE + bytes / MEGABYTE;
        }
    }
}
