package org.circlekeeper.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a home. The holder runs its database; others borrow it for as long as they keep a share, and the holder
 * waits for them before it stops.
 */
final class HomeLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** The home itself, or null when another process holds it. */
    static @Nullable HomeLock hold(Home home) throws IOException {
        return take(home, "lock", false);
    }

    /** A share in the database of whoever holds the home; null while the holder is stopping it. */
    static @Nullable HomeLock share(Home home) throws IOException {
        return take(home, "borrowers", true);
    }

    /** Waits until nobody borrows the database any more, a minute at the most. */
    static void awaitBorrowers(Home home) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var alone = take(home, "borrowers", false);
            if (alone != null) {
                alone.close();
                return;
            }
            Thread.sleep(100);
        }
    }

    private static @Nullable HomeLock take(Home home, String name, boolean shared) throws IOException {
        var channel = FileChannel.open(
                home.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                return new HomeLock(channel, lock);
            }
        } catch (OverlappingFileLockException sameProcess) {
            // Held by this very process: as good as by another.
        }
        channel.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
