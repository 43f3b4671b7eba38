package org.circlekeeper.x12;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the envelopes around sets: one interchange, one group, sets numbered from one and counted. */
public final class InterchangeWriter {

    private final SegmentWriter out;
    private final Envelope envelope;
    private final String group;
    private final String type;
    private final String guide;
    private int sets;
    private long segmentsBeforeSet;

    /**
     * Writes nothing yet.
     *
     * @param group GS01, as HS for a 270
     * @param type ST01, as 270
     * @param guide GS08 and ST03, as 005010X279A1
     */
    public InterchangeWriter(OutputStream out, Envelope envelope, String group, String type, String guide) {
        this(new SegmentWriter(out, envelope.delimiters()), envelope, group, type, guide);
    }

    InterchangeWriter(SegmentWriter out, Envelope envelope, String group, String type, String guide) {
        this.out = out;
        this.envelope = envelope;
        this.group = group;
        this.type = type;
        this.guide = guide;
    }

    /** What the sets are written to. */
    public SegmentWriter segments() {
        return out;
    }

    /** Begins interchange and group. */
    public void begin() throws IOException {
        isa();
        var day = envelope.at().toLocalDate();
        var time = envelope.at().toLocalTime();
        out.begin("GS").code(group).text(envelope.senderId(), 15).text(envelope.receiverId(), 15);
        out.day(day).time(time).number(envelope.group()).code('X').code(guide).end();
    }

    /**
     * The whole of an interchange that holds a TA1 and nothing else: another one could not be taken in.
     *
     * @param number ISA13 of the other
     * @param day ISA09 of the other
     * @param time ISA10 of the other
     * @param note TA105
     */
    public void refusalAlone(String number, String day, String time, String note) throws IOException {
        isa();
        out.begin("TA1")
                .text(number, 9)
                .text(day, 6)
                .text(time, 4)
                .code('R')
                .code(note)
                .end();
        out.begin("IEA").code('0').number(envelope.interchange(), 9).end();
        out.flush();
    }

    private void isa() throws IOException {
        var day = envelope.at().toLocalDate();
        var time = envelope.at().toLocalTime();
        out.begin("ISA").code("00").padded("", 10).code("00").padded("", 10);
        out.padded(envelope.senderQualifier(), 2).padded(envelope.senderId(), 15);
        out.padded(envelope.receiverQualifier(), 2)
                .padded(envelope.receiverId(), 15)
                .shortDay(day)
                .time(time);
        out.delimiter(envelope.delimiters().repetition())
                .code("00501")
                .number(envelope.interchange(), 9)
                .code('0');
        out.code(envelope.test() ? 'T' : 'P')
                .delimiter(envelope.delimiters().component())
                .endUntrimmed();
    }

    /** Sets that have begun so far. */
    int sets() {
        return sets;
    }

    public void setBegins() throws IOException {
        segmentsBeforeSet = out.segments();
        sets++;
        out.begin("ST").code(type).number(sets, 4).code(guide).end();
    }

    public void setEnds() throws IOException {
        out.begin("SE")
                .number(out.segments() - segmentsBeforeSet + 1)
                .number(sets, 4)
                .end();
    }

    /** Ends group and interchange; the stream stays open. */
    public void finish() throws IOException {
        out.begin("GE").number(sets).number(envelope.group()).end();
        out.begin("IEA").code('1').number(envelope.interchange(), 9).end();
        out.flush();
    }
}
