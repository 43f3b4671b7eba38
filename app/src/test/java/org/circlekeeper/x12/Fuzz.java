package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives any bytes to our readers: {@code bin/fuzz} through Jazzer, which looks for bytes that take new ways, and the
 * tests with those that were found. {@code -Dfuzz.target} names a transaction, whose set is then made of the bytes, or
 * {@code file}: then the bytes are all there is.
 */
public final class Fuzz {

    static final String FILE = "file";

    private static final String TARGET = System.getProperty("fuzz.target", FILE);

    private Fuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] data) {
        read(TARGET, data);
    }

    /** The whole file and each transaction that we read. */
    static List<String> targets() {
        List<String> targets = new ArrayList<>(List.of(FILE));
        for (var guide : Guide.values()) {
            targets.add(guide.transaction());
        }
        return targets;
    }

    /** However the bytes are, reading them ends, without an exception, and says the same of them each time. */
    static void read(String target, byte[] data) {
        var file = target.equals(FILE) ? data : around(target, data);
        try {
            var first = told(file);
            if (first.isEmpty()) {
                throw new IllegalStateException("Nothing at all was told of a file");
            }
            var flaws = new AtomicInteger();
            X12Check.check(new ByteArrayInputStream(file), _ -> flaws.incrementAndGet());
            if (flaws.get() == 0 && first.getFirst().contains("refused=The file")) {
                throw new IllegalStateException("A file was refused with which nothing is wrong");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> told(byte[] file) throws IOException {
        List<String> told = new ArrayList<>();
        X12Explainer.explain("file", () -> new ByteArrayInputStream(file), one -> {
            told.add(one.asMap().toString());
            told.addAll(one.sentences());
        });
        return told;
    }

    /** A set of the transaction with these bytes between ST and SE, and envelopes around it. */
    private static byte[] around(String transaction, byte[] data) {
        var guide = Arrays.stream(Guide.values())
                .filter(one -> one.transaction().equals(transaction))
                .findFirst()
                .orElseThrow();
        var version = Guide.all().replaceFirst(".*\\b" + transaction + " \\((\\w+)\\).*", "$1");
        var file = new ByteArrayOutputStream();
        file.writeBytes((Telling.isa() + "GS*" + guide.group() + "*S*R*20260112*0915*1*X*" + version + "~\nST*"
                        + transaction.substring(0, 3) + "*0001~\n")
                .getBytes(ISO_8859_1));
        file.writeBytes(data);
        file.writeBytes("\n~SE*0*0001~GE*1*1~IEA*1*000000001~".getBytes(ISO_8859_1));
        return file.toByteArray();
    }
}
