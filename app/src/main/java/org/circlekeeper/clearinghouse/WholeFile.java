package org.circlekeeper.clearinghouse;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.circlekeeper.database.OwnFiles;
import org.circlekeeper.outbox.CannotCarry;
import org.circlekeeper.outbox.KillPoint;

/** Writes a file so that whoever looks sees all of it or nothing, even when the power fails in between. */
public final class WholeFile {

    private static final long MEGABYTE = 1_000_000;

    /** Room for the log and for what the database writes meanwhile. */
    private static final long TO_SPARE = 50;

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

    private static void put(Path folder, Path file, byte[] bytes) throws IOException {
        var unfinished = folder.resolve("." + file.getFileName() + ".part");
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
        syncFolder(folder);
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
                "Another file of the name " + file.getFileName() + " lies in " + file.getParent()
                        + ". Move it away; nothing was lost, it is sent with the next round.",
                new IOException("name taken"));
    }

    private static String sentence(Path folder, String name, int bytes, IOException broken) {
        var message = String.valueOf(broken.getMessage());
        return message.contains("No space left") || message.contains("quota")
                ? "The disk is full: free " + megabytesWanted(folder, bytes)
                        + " MB; nothing was lost, it is sent with the next round."
                : "The file " + name + " could not be written to " + folder + " ("
                        + broken.getClass().getSimpleName()
                        + "). See that the folder can be written; nothing was lost, it is sent with the next round.";
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
