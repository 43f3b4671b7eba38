package org.circlekeeper.movein;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PracticeId;

/** A folder of exports for a test: Maple Street's, under an NPI of its own, to be changed as the test says. */
final class Folder {

    static final Actor OPERATOR = new Actor.Operator("test");
    private static final Path MAPLE_STREET = Path.of("src/main/resources/sample/maple-street");

    /** The outbox of the test home outlives a run, and its files are named after the practice. */
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.currentTimeMillis() / 100 % 90_000_000));

    final Path path;

    private Folder(Path path) {
        this.path = path;
    }

    static Folder empty() {
        try {
            return new Folder(Files.createTempDirectory("practice"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Folder mapleStreet() {
        try {
            var folder = new Folder(Files.createTempDirectory("maple-street"));
            for (var name :
                    new String[] {"practice.json", "staff.csv", "clients.csv", "appointments.csv", "attendance.csv"}) {
                Files.copy(MAPLE_STREET.resolve(name), folder.path.resolve(name));
            }
            return folder.replacing("practice.json", "1234560013", freshNpi());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String freshNpi() {
        var nine = "1" + String.format("%08d", NEXT.getAndIncrement());
        for (int check = 0; check < 10; check++) {
            if (Npi.isValid(nine + check)) {
                return nine + check;
            }
        }
        throw new IllegalStateException();
    }

    Folder replacing(String file, String before, String after) {
        return write(file, text(file).replace(before, after));
    }

    Folder appending(String file, String lines) {
        return write(file, text(file) + lines);
    }

    Folder without(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Folder write(String file, String text) {
        try {
            Files.writeString(path.resolve(file), text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Folder writeBytes(String file, byte[] bytes) {
        try {
            Files.write(path.resolve(file), bytes);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Drop drop() {
        try {
            return Drop.of(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Opens the practice of this folder. */
    PracticeId opened(Openings openings) {
        try {
            return switch (openings.open(SourceFile.of(path.resolve("practice.json")), OPERATOR)) {
                case Openings.Opening.Opened opened -> opened.practice().id();
                case Openings.Opening.KnownAlready known -> known.practice().id();
                case Openings.Opening.Flawed flawed ->
                    throw new IllegalStateException(flawed.sentences().toString());
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static ImportResult take(Imports imports, PracticeScope scope, PracticeId practice, Folder folder, boolean accept) {
        return scope.in(practice, () -> imports.take(folder.drop(), OPERATOR, accept, _ -> {}));
    }
}
