package org.circlekeeper.coverage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** Larger files wait for a person, who is asked; a payer's answer to a practice is far smaller. */
    private static final long LARGEST = 16L << 20;

    /** So many are told of at once; the others in the next pass. One at a time is in memory. */
    private static final int MOST_AT_ONCE = 20;

    /** GS08 stands within the first bytes of a file. */
    private static final int BEGINNING = 512;

    private static final String VERSION = "005010X217";

    private static final int MOST_REMEMBERED = 10_000;

    private final Path inbox;
    private final Map<String, Boolean> passedOver = new ConcurrentHashMap<>();

    AnswerFolder(Home home) {
        this.inbox = home.resolve("inbox");
    }

    /**
     * A file with answers about authorizations that lies there.
     *
     * @param answers how many it holds
     * @param providers whom they are for: NPIs
     * @param traces the numbers of the requests that they answer
     */
    record Found(Path file, String sha256, int answers, Set<String> providers, Set<String> traces) {

        String name() {
            return String.valueOf(file.getFileName());
        }
    }

    /** One that was read to its end. */
    record Content(byte[] bytes, List<Review> answers, X12Ending ending) {

        private Found of(Path file) {
            return new Found(
                    file,
                    Sha256.hex(bytes),
                    answers.size(),
                    answers.stream().map(answer -> answer.provider().id()).collect(toSet()),
                    answers.stream().flatMap(AnswerFolder::traces).collect(toSet()));
        }
    }

    /** What an answer may say of the request that it is to: its trace numbers, and the reference of the file. */
    static Stream<String> traces(Review answer) {
        return Stream.concat(answer.traces().stream(), Stream.of(answer.reference()));
    }

    /**
     * Some that are wanted and were not passed over for this practice, at most twenty; files that are being written
     * have a temporary name.
     */
    List<Found> files(PracticeId practice, Predicate<Found> wanted) {
        var found = new ArrayList<Found>();
        for (var file : all()) {
            if (found.size() < MOST_AT_ONCE) {
                lookAt(file, practice, wanted, found);
            }
        }
        return found;
    }

    /** The names of files with answers that are larger than what is read, 16 MB. */
    List<String> tooLarge() {
        var large = new ArrayList<String>();
        for (var file : all()) {
            try (var bytes = Files.newInputStream(file)) {
                if (Files.size(file) > LARGEST
                        && new String(bytes.readNBytes(BEGINNING), ISO_8859_1).contains(VERSION)) {
                    large.add(String.valueOf(file.getFileName()));
                }
            } catch (IOException unreadable) {
                LOG.warn("A file of the inbox is left for the next time", unreadable);
            }
        }
        return large;
    }

    /** Reads it; empty when it is no longer what was found. */
    Optional<Content> open(Found found) {
        try {
            var content = read(found.file());
            return Sha256.hex(content.bytes()).equals(found.sha256()) ? Optional.of(content) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Path> all() {
        var all = new ArrayList<Path>();
        for (var folder : List.of(inbox, inbox.resolve("278"))) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.newDirectoryStream(folder, AnswerFolder::isReady)) {
                    files.forEach(all::add);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return all;
    }

    private static boolean isReady(Path file) {
        var name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".tmp");
    }

    /** One that cannot be read, or that somebody takes away meanwhile, keeps no other. */
    private void lookAt(Path file, PracticeId practice, Predicate<Found> wanted, List<Found> found) {
        try {
            if (Files.size(file) > LARGEST || passedOver.containsKey(key(file, practice))) {
                return;
            }
            var one = read(file).of(file);
            if (one.answers() > 0 && wanted.test(one)) {
                found.add(one);
            } else {
                passOver(file, practice);
            }
        } catch (IOException unreadable) {
            LOG.warn("A file of the inbox is left for the next time", unreadable);
        }
    }

    private static Content read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var reader = new ReviewReader(X12Reader.of(bytes));
        var answers = new ArrayList<Review>();
        for (var review = reader.next(); review != null; review = reader.next()) {
            if (review.answer()) {
                answers.add(review);
            }
        }
        return new Content(bytes, answers, reader.ending());
    }

    /** It is written down, or holds nothing for this practice: it is not opened again until it changes. */
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
