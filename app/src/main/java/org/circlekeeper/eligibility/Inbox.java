package org.circlekeeper.eligibility;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.OwnFiles;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;
import org.circlekeeper.x12.X12Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The folders {@code inbox} and {@code inbox/271} of the home, into which a clearinghouse or a person puts files. What
 * they hold is told by their content and never by their name. A file that was taken in moves to {@code inbox/done}.
 */
@Component
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Files of one look; the next goes on. */
    private static final int MOST_FILES = 200;

    /** A file is held in memory while it is read: larger ones are left for a person, who is told. */
    private static final long LARGEST = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);

    private static final int MOST_REMEMBERED = 10_000;

    /** The kind of a file stands in its first segments. */
    private static final int FIRST_SEGMENTS = 20;

    /** Answers, and receipts for files of questions. */
    private static final Set<String> ANSWERS = Set.of("271", "999", "TA1");

    private final Path inbox;
    private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

    Inbox(Home home) {
        this.inbox = home.resolve("inbox");
    }

    /** A file that holds answers about benefits, or lies where they are expected. */
    record Found(Path file, String name, byte[] content) {

        String sha256() {
            return Sha256.hex(content);
        }
    }

    /**
     * To whom a file is addressed, and which questions it answers.
     *
     * @param receiver ISA08
     * @param numbers the numbers of questions in traces that look like ours
     * @param receiptsFor the interchanges of questions of which a 999 or a TA1 speaks
     * @param receipt whether it holds nothing but such
     */
    record Addressed(String receiver, Set<Long> numbers, Set<String> receiptsFor, boolean receipt) {}

    /** How large a file may be that is read, in bytes. */
    static long largest() {
        return LARGEST;
    }

    /**
     * The paths of what lies there, the first by name, without what was passed over for the practice; what is still
     * being written has a temporary name.
     */
    List<Path> waiting(PracticeId practice) {
        return listed().stream()
                .filter(file -> size(file) <= LARGEST && !passedOver.contains(key(practice, file)))
                .filter(file -> isOurs(file, isExpected(file)))
                .limit(MOST_FILES)
                .toList();
    }

    /** The names of what lies where answers are expected and is too large to be read. */
    List<String> tooLarge() {
        return listed().stream()
                .filter(file -> isExpected(file) && size(file) > LARGEST)
                .map(file -> String.valueOf(file.getFileName()))
                .limit(MOST_FILES)
                .toList();
    }

    /** It holds nothing for this practice: it is not opened again until it changes. */
    void passOver(PracticeId practice, Path file) {
        if (passedOver.size() >= MOST_REMEMBERED) {
            passedOver.clear();
        }
        passedOver.add(key(practice, file));
    }

    private static String key(PracticeId practice, Path file) {
        return practice + " " + file + " " + size(file) + " " + changedAt(file);
    }

    /** -1 of one that somebody took away meanwhile. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return -1;
        }
    }

    private static long changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return -1;
        }
    }

    private boolean isExpected(Path file) {
        return inbox.resolve("271").equals(file.getParent());
    }

    private List<Path> listed() {
        var files = new ArrayList<Path>();
        try {
            OwnFiles.directory(inbox.resolve("271"));
            list(inbox, files);
            list(inbox.resolve("271"), files);
        } catch (IOException unreadable) {
            LOG.warn("The inbox cannot be read", unreadable);
        }
        files.sort(null);
        return files;
    }

    private static void list(Path folder, List<Path> files) throws IOException {
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            for (var file : listed) {
                var name = file.getFileName().toString();
                boolean whole = !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
                if (whole && Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        }
    }

    /**
     * One that cannot be read keeps no other: it is left where it lies.
     *
     * @param expected in the folder for answers everything that is no other kind of X12; elsewhere what is a 271
     */
    private static boolean isOurs(Path file, boolean expected) {
        try {
            var kind = kind(file);
            return ANSWERS.contains(kind) || expected && kind.isEmpty();
        } catch (IOException unreadable) {
            LOG.warn("A file of the inbox cannot be read", unreadable);
            return false;
        }
    }

    /** ST01 of the first set; empty when none is near the beginning, {@code TA1} of a lone receipt. */
    private static String kind(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var reader = new X12Reader(in);
            for (int at = 0; at < FIRST_SEGMENTS; at++) {
                var segment = reader.next();
                if (segment == null) {
                    return "";
                }
                if (segment.is("ST")) {
                    return segment.element(1);
                }
                if (segment.is("TA1")) {
                    return "TA1";
                }
            }
            return "";
        }
    }

    Found read(Path file) throws IOException {
        return new Found(file, file.getFileName().toString(), Files.readAllBytes(file));
    }

    /** Reads who is addressed and what is answered; a file that breaks off tells what stands before. */
    static Addressed addressed(byte[] content) throws IOException {
        var receiver = "";
        var numbers = new HashSet<Long>();
        var receiptsFor = new HashSet<String>();
        var kinds = new HashSet<String>();
        var reader = X12Reader.of(content);
        for (var segment = reader.next(); segment != null; segment = reader.next()) {
            if (segment.is("ISA")) {
                receiver = segment.element(8);
            } else if (segment.is("ST")) {
                kinds.add(segment.element(1));
            } else if (segment.is("TA1")) {
                kinds.add("TA1");
                receiptsFor.add(segment.element(1));
            } else if (segment.is("AK1", Receipts.QUESTIONS)) {
                receiptsFor.add(segment.element(2));
            } else if (segment.is("TRN")) {
                Question.numberIn(segment.element(2)).ifPresent(numbers::add);
            }
        }
        boolean receipt = !kinds.isEmpty() && Set.of("999", "TA1").containsAll(kinds);
        return new Addressed(receiver, Set.copyOf(numbers), Set.copyOf(receiptsFor), receipt);
    }

    /** Puts a file that was taken in out of the way. Under its hash, so that none takes the place of another. */
    void done(Found found) throws IOException {
        var folder = inbox.resolve("done");
        OwnFiles.directory(folder);
        var name = found.sha256().substring(0, 12) + "-" + found.name();
        Files.move(found.file(), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
