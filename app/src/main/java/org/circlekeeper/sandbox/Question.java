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
 * @param groups those that hold sets
 */
record Question(@Nullable Segment isa, List<Group> groups, X12Ending ending) {

    private static final long LARGEST = 999_999_999L;

    /** A GS and the ST of each of its sets. */
    record Group(Segment gs, List<Segment> sets) {}

    static Question of(byte[] file) throws IOException {
        var reader = X12Reader.of(file);
        Segment isa = null;
        List<Group> groups = new ArrayList<>();
        for (var segment = reader.next(); segment != null; segment = reader.next()) {
            isa = isa == null && segment.is("ISA") ? segment : isa;
            if (segment.is("GS")) {
                groups.add(new Group(segment, new ArrayList<>()));
            } else if (segment.is("ST") && !groups.isEmpty()) {
                groups.getLast().sets().add(segment);
            }
        }
        return new Question(
                isa, groups.stream().filter(group -> !group.sets().isEmpty()).toList(), reader.ending());
    }

    /** Each ST01 once, in the order of the file. */
    List<String> types() {
        return groups.stream()
                .flatMap(group -> group.sets().stream())
                .map(st -> st.element(1))
                .distinct()
                .toList();
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
