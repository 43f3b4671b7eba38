package org.circlekeeper.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.circlekeeper.database.Home;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;
import org.circlekeeper.x12.review.Review;
import org.circlekeeper.x12.review.ReviewReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The folder {@code inbox} of the home, and {@code inbox/278} in it, where a person or a program lays what payers
 * answer. A file is told by what is in it and never by its name; it stays where it is.
 */
@Component
class AnswerFolder {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerFolder.class);

    /** Larger files wait for a person; a payer's answer to a practice is far smaller. */
    private static final long LARGEST = 16L << 20;

    private static final int MOST_REMEMBERED = 10_000;

    private final Path inbox;
    private final Map<String, Boolean> passedOver = new ConcurrentHashMap<>();

    AnswerFolder(Home home) {
        this.inbox = home.resolve("inbox");
    }

    /** A file with answers about authorizations, read to its end. */
    record Found(Path file, String sha256, byte[] content, List<Review> answers, X12Ending ending) {

        String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Found found && found.sha256.equals(sha256);
        }

        @Override
        public int hashCode() {
            return sha256.hashCode();
        }
    }

    /** Those that were not passed over for this practice; files that are being written have a temporary name. */
    List<Found> files(PracticeId practice) {
        var found = new ArrayList<Found>();
        for (var folder : List.of(inbox, inbox.resolve("278"))) {
            if (Files.isDirectory(folder)) {
                look(folder, practice, found);
            }
        }
        return found;
    }

    private void look(Path folder, PracticeId practice, List<Found> found) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                lookAt(file, practice, found);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One that cannot be read, or that somebody takes away meanwhile, keeps no other. */
    private void lookAt(Path file, PracticeId practice, List<Found> found) {
        var name = String.valueOf(file.getFileName());
        boolean ready = Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".tmp");
        try {
            if (ready && Files.size(file) <= LARGEST && !passedOver.containsKey(key(file, practice))) {
                read(file, practice, found);
            }
        } catch (IOException unreadable) {
            LOG.warn("A file of the inbox is left for the next time", unreadable);
        }
    }

    private void read(Path file, PracticeId practice, List<Found> found) throws IOException {
        var bytes = Files.readAllBytes(file);
        var reader = new ReviewReader(X12Reader.of(bytes));
        var answers = new ArrayList<Review>();
        for (var review = reader.next(); review != null; review = reader.next()) {
            if (review.answer()) {
                answers.add(review);
            }
        }
        if (answers.isEmpty()) {
            passOver(file, practice);
        } else {
            found.add(new Found(file, Sha256.hex(bytes), bytes, answers, reader.ending()));
        }
    }

    /** It is written down, or holds nothing for this practice: it is not opened again until it changes. */
    void passOver(Found found, PracticeId practice) {
        try {
            passOver(found.file(), practice);
        } catch (IOException gone) {
            // Whoever took it away meanwhile has done the same.
            return;
        }
    }

    private void passOver(Path file, PracticeId practice) throws IOException {
        if (passedOver.size() >= MOST_REMEMBERED) {
            passedOver.clear();
        }
        passedOver.put(key(file, practice), true);
    }

    private static String key(Path file, PracticeId practice) throws IOException {
        return practice + " " + file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }
}
