package org.circlekeeper.sandbox;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;
import org.jspecify.annotations.Nullable;

/**
 * A file that came in, as far as its envelopes tell.
 *
 * @param sets the ST of each set
 */
record Question(@Nullable Segment isa, @Nullable Segment gs, List<Segment> sets, X12Ending ending) {

    private static final long LARGEST = 999_999_999L;

    static Question of(byte[] file) throws IOException {
        var reader = X12Reader.of(file);
        Segment isa = null;
        Segment gs = null;
        List<Segment> sets = new ArrayList<>();
        for (var segment = reader.next(); segment != null; segment = reader.next()) {
            isa = isa == null && segment.is("ISA") ? segment : isa;
            gs = gs == null && segment.is("GS") ? segment : gs;
            if (segment.is("ST")) {
                sets.add(segment);
            }
        }
        return new Question(isa, gs, sets, reader.ending());
    }

    /** ST01 of its first set; empty without one. */
    String type() {
        return sets.isEmpty() ? "" : sets.getFirst().element(1);
    }

    /** When it was made: answers bear the same hour, so that the same question has the same answer. */
    LocalDateTime at() {
        var day = isa == null ? null : ReadValues.day("20" + isa.element(9));
        return (day == null ? LocalDate.of(2000, 1, 1) : day).atTime(time());
    }

    /** The way back: to whoever sent it, under a number made of theirs. */
    Envelope envelope(Dialect dialect) {
        var from = isa == null ? "SANDBOX" : known(isa.element(8));
        var to = isa == null ? "SENDER" : known(isa.element(6));
        long number = number(isa == null ? "" : isa.element(13));
        boolean test = isa == null || !isa.element(15).equals("P");
        return new Envelope("ZZ", from, "ZZ", to, number, number, at(), test, dialect.delimiters());
    }

    private LocalTime time() {
        var written = isa == null ? "" : isa.element(10);
        try {
            return written.matches("\\d{4}")
                    ? LocalTime.of(Integer.parseInt(written.substring(0, 2)), Integer.parseInt(written.substring(2)))
                    : LocalTime.MIDNIGHT;
        } catch (DateTimeException noSuchHour) {
            return LocalTime.MIDNIGHT;
        }
    }

    private static String known(String id) {
        return id.matches("[A-Z0-9]{2,15}") ? id : "UNKNOWN";
    }

    private static long number(String written) {
        long number = written.matches("\\d{1,9}") ? Long.parseLong(written) : 1;
        return Math.clamp(number, 1, LARGEST);
    }
}
