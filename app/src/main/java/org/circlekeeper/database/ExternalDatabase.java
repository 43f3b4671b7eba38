package org.circlekeeper.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A home whose database runs elsewhere. Commands work side by side; who serves pages holds the home, so that a second
 * one is refused as it is with the database in the home.
 */
record ExternalDatabase(Home home, @Nullable HomeLock lock, Optional<Running> said) implements AutoCloseable {

    static ExternalDatabase hold(Home home, HomeUse use) {
        if (use == HomeUse.COMMAND) {
            return new ExternalDatabase(home, null, Optional.empty());
        }
        try {
            var lock = HomeLock.hold(home);
            if (lock == null) {
                var other = Running.in(home);
                other.ifPresent(running -> HomeDatabase.refuse(home, running));
                throw new CannotStart(
                        "Another process holds the home " + home.directory() + ". Stop it, and start again.");
            }
            // No port: nothing is to be borrowed from this one.
            var running = new Running(ProcessHandle.current().pid(), 0, use, "");
            running.tell(home);
            return new ExternalDatabase(home, lock, Optional.of(running));
        } catch (IOException broken) {
            throw new CannotStart(
                    "The home " + home.directory() + " cannot be used. " + DiskTrouble.sentence(broken), broken);
        }
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try (lock) {
            Running.nothing(home);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
