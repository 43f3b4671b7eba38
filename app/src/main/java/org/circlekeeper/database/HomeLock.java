package org.circlekeeper.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a home. The holder runs its database; others borrow it for as long as they keep a share, and the holder
 * waits for them before it stops. The system lets a lock go when its process dies, however it dies.
 */
final class HomeLock implements AutoCloseable {

    private static final Set<OpenOption> OPENED =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    // Closing any channel of a file gives up every lock this process has on it (fcntl), so a file is opened but once.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** The home itself, or null when another process holds it. */
    static @Nullable HomeLock hold(Home home) throws IOException {
        return take(home.resolve("lock"), false);
    }

    /** A share in the database of whoever holds the home; null while the holder is stopping it. */
    static @Nullable HomeLock share(Home home) throws IOException {
        return take(home.resolve("borrowers"), true);
    }

    /** Waits until nobody borrows the database any more, a minute at the most. */
    static void awaitBorrowers(Home home) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var alone = take(home.resolve("borrowers"), false);
            if (alone != null) {
                alone.close();
                return;
            }
            Thread.sleep(100);
        }
    }

    private static @Nullable HomeLock take(Path file, boolean shared) throws IOException {
        if (!OPEN.add(file)) {
            return null;
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(file, OPENED, OwnFiles.FILE);
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            return lock == null ? null : new HomeLock(file, channel, lock);
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                OPEN.remove(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
            channel.close();
        } finally {
            OPEN.remove(file);
        }
    }
}
