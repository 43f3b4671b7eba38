package org.circlekeeper.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;

/**
 * Segments as they go on the wire, one a line: bytes into one buffer, so that a million claims need no more memory than
 * one. Elements left empty at the end of a segment are left out.
 */
public final class SegmentWriter {

    /** More than any segment of an 837P: twelve diagnoses, or two street lines of 55. */
    private static final int LONGEST_SEGMENT = 4096;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] plain = X12Text.asciiTable();
    private final byte element;
    private final byte component;
    private final byte repetition;
    private final byte terminator;
    private int end;
    private long segments;

    SegmentWriter(OutputStream out, Delimiters delimiters) {
        this.out = out;
        element = (byte) delimiters.element();
        component = (byte) delimiters.component();
        repetition = (byte) delimiters.repetition();
        terminator = (byte) delimiters.segment();
        for (char character = 0; character < plain.length; character++) {
            if (delimiters.contains(character)) {
                plain[character] = ' ';
            }
        }
    }

    public SegmentWriter begin(String id) throws IOException {
        if (end > buffer.length - LONGEST_SEGMENT) {
            flush();
        }
        ascii(id);
        return this;
    }

    /** An element of letters and digits that we chose. */
    public SegmentWriter code(String value) {
        buffer[end++] = element;
        ascii(value);
        return this;
    }

    public SegmentWriter code(char value) {
        buffer[end++] = element;
        buffer[end++] = (byte) value;
        return this;
    }

    /** A further component of the element just written. */
    public SegmentWriter part(String value) {
        buffer[end++] = component;
        ascii(value);
        return this;
    }

    /** A further repetition of the element just written. */
    public SegmentWriter repeated(String value) {
        buffer[end++] = repetition;
        ascii(value);
        return this;
    }

    SegmentWriter part(int value) {
        buffer[end++] = component;
        digits(value, 1);
        return this;
    }

    /** A diagnosis goes without its dot (HI01-2). */
    public SegmentWriter undotted(DiagnosisCode diagnosis) {
        buffer[end++] = component;
        var value = diagnosis.value();
        for (int place = 0; place < value.length(); place++) {
            if (value.charAt(place) != '.') {
                buffer[end++] = (byte) value.charAt(place);
            }
        }
        return this;
    }

    public SegmentWriter empty(int elements) {
        for (int count = 0; count < elements; count++) {
            buffer[end++] = element;
        }
        return this;
    }

    public SegmentWriter number(long value) {
        return number(value, 1);
    }

    public SegmentWriter number(long value, int width) {
        buffer[end++] = element;
        digits(value, width);
        return this;
    }

    /** Dollars without needless zeros: {@code 65}, {@code 65.5}, {@code 0.05}. */
    public SegmentWriter money(Money money) {
        number(money.cents() / 100);
        int cents = (int) (money.cents() % 100);
        if (cents != 0) {
            buffer[end++] = '.';
            buffer[end++] = (byte) ('0' + cents / 10);
            if (cents % 10 != 0) {
                buffer[end++] = (byte) ('0' + cents % 10);
            }
        }
        return this;
    }

    public SegmentWriter day(LocalDate day) {
        return number(day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(), 8);
    }

    /** A range of days, as RD8 has it. */
    public SegmentWriter days(LocalDate first, LocalDate last) {
        day(first);
        buffer[end++] = '-';
        digits(last.getYear() * 10_000L + last.getMonthValue() * 100L + last.getDayOfMonth(), 8);
        return this;
    }

    /** As the ISA has it, without the century. */
    SegmentWriter shortDay(LocalDate day) {
        return number(day.getYear() % 100 * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(), 6);
    }

    public SegmentWriter time(LocalTime time) {
        return number(time.getHour() * 100L + time.getMinute(), 4);
    }

    /** Free text made safe and cut to what the guide allows. */
    public SegmentWriter text(String value, int longest) {
        buffer[end++] = element;
        int start = end;
        if (!appendAscii(value, start + longest)) {
            end = start;
            appendAscii(X12Text.basic(value), start + longest);
        }
        return this;
    }

    /** Text of a fixed width, as only the ISA has it. */
    SegmentWriter padded(String value, int width) {
        text(value, width);
        int written = 0;
        while (buffer[end - 1 - written] != element) {
            written++;
        }
        for (int count = written; count < width; count++) {
            buffer[end++] = ' ';
        }
        return this;
    }

    /** An element that is a delimiter itself, as only the ISA has it. */
    SegmentWriter delimiter(char delimiter) {
        return code(delimiter);
    }

    public void end() {
        while (buffer[end - 1] == element) {
            end--;
        }
        endUntrimmed();
    }

    void endUntrimmed() {
        buffer[end++] = terminator;
        if (terminator != '\n') {
            buffer[end++] = '\n';
        }
        segments++;
    }

    long segments() {
        return segments;
    }

    void flush() throws IOException {
        out.write(buffer, 0, end);
        end = 0;
    }

    private void ascii(String value) {
        for (int place = 0; place < value.length(); place++) {
            buffer[end++] = (byte) value.charAt(place);
        }
    }

    private void digits(long value, int width) {
        int length = width;
        for (long rest = value / power(width); rest > 0; rest /= 10) {
            length++;
        }
        long rest = value;
        for (int place = end + length - 1; place >= end; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        end += length;
    }

    private static long power(int tens) {
        long power = 1;
        for (int count = 0; count < tens; count++) {
            power *= 10;
        }
        return power;
    }

    /** False at the first character that is not ASCII: that text takes the longer way. */
    private boolean appendAscii(String value, int limit) {
        int start = end;
        boolean gap = false;
        for (int place = 0; place < value.length() && end < limit; place++) {
            char character = value.charAt(place);
            if (character >= 128) {
                return false;
            }
            byte written = plain[character];
            if (written == ' ') {
                gap = end > start;
            } else {
                if (gap) {
                    buffer[end++] = ' ';
                    gap = false;
                }
                if (end < limit) {
                    buffer[end++] = written;
                }
            }
        }
        if (end > start && buffer[end - 1] == ' ') {
            end--;
        }
        return true;
    }
}
