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

    /** Three members of one session, each with the same marks. */
    Folder ofThree(String came) {
        write("clients.csv", """
                Client ID,First Name,Last Name,Date of Birth,Sex,Address,City,State,Zip,Payer ID,Insurance ID,Diagnosis
                A1,Ana,Ruiz,01/02/1980,F,1 Oak St,Springfield,IL,62704,BRHP1,X123,F33.1
                A2,Bo,Lee,01/02/1981,M,2 Oak St,Springfield,IL,62704,BRHP1,X124,F33.1
                A3,Cy,Orr,01/02/1982,M,3 Oak St,Springfield,IL,62704,EVG01,X125,F33.1
                """);
        write("appointments.csv", """
                Date,Start,End,Client,Client ID,Clinician,CPT
                10/19/2026,09:00,10:15,Ana Ruiz,A1,Dana Whitfield,90853
                10/19/2026,09:00,10:15,Bo Lee,A2,Dana Whitfield,90853
                10/19/2026,09:00,10:15,Cy Orr,A3,Dana Whitfield,90853
                """);
        return write("attendance.csv", """
                Date,Start,Clinician,Client ID,Presence,Arrived,Left,Recorded By,Recorded At,Signed By,Signed At
                2026-10-19,09:00,Dana Whitfield,A1,%1$s
                2026-10-19,09:00,Dana Whitfield,A2,%1$s
                2026-10-19,09:00,Dana Whitfield,A3,%1$s
                """.formatted(came));
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
