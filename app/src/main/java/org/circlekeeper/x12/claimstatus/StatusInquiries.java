package org.circlekeeper.x12.claimstatus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.InterchangeWriter;
import org.circlekeeper.x12.Levels;
import org.circlekeeper.x12.PartySegments;
import org.circlekeeper.x12.SegmentWriter;

/** Writes questions where claims stand as a 276 (005010X212): one claim a set. */
public final class StatusInquiries {

    static final String GUIDE = "005010X212";

    private final Envelope envelope;
    private final InterchangeWriter interchange;
    private final SegmentWriter out;
    private final PartySegments parties;

    private StatusInquiries(Envelope envelope, OutputStream out) {
        this.envelope = envelope;
        this.interchange = new InterchangeWriter(out, envelope, "HR", "276", GUIDE);
        this.out = interchange.segments();
        this.parties = new PartySegments(this.out);
    }

    /**
     * Writes questions as they come and keeps none; the caller sees that no trace comes twice, and closes the stream.
     */
    public static void write(Envelope envelope, Iterator<StatusInquiry> inquiries, OutputStream out)
            throws IOException {
        if (!inquiries.hasNext()) {
            throw new IllegalArgumentException("A file of questions has a question");
        }
        var writer = new StatusInquiries(envelope, out);
        writer.interchange.begin();
        while (inquiries.hasNext()) {
            writer.set(inquiries.next());
        }
        writer.interchange.finish();
    }

    public static byte[] write(Envelope envelope, List<StatusInquiry> inquiries) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(envelope, inquiries.iterator(), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void set(StatusInquiry inquiry) throws IOException {
        var levels = new Levels(out);
        var dependent = inquiry.dependent();
        interchange.setBegins();
        out.begin("BHT").code("0010").code("13").text(inquiry.reference(), 50);
        out.day(envelope.at().toLocalDate()).time(envelope.at().toLocalTime()).end();
        int payer = levels.begin(0, "20", true);
        parties.organization("PR", inquiry.payer().name(), "PI", inquiry.payer().payerId());
        int receiver = levels.begin(payer, "21", true);
        parties.organization(
                "41", inquiry.receiver().name(), "46", inquiry.receiver().id());
        int provider = levels.begin(receiver, "19", true);
        inquiry.provider().write(parties);
        int subscriber = levels.begin(provider, "22", dependent != null);
        if (dependent == null) {
            inquiry.subscriber().demographics(out);
        }
        parties.person("IL", inquiry.subscriber().name(), "MI", inquiry.memberId());
        if (dependent != null) {
            levels.begin(subscriber, "23", false);
            dependent.demographics(out);
            parties.person("QC", dependent.name());
        }
        claim(inquiry);
        interchange.setEnds();
    }

    /** 2200D or 2200E. The guide has REF 1K before EJ. */
    private void claim(StatusInquiry inquiry) throws IOException {
        out.begin("TRN").code('1').text(inquiry.trace(), 50).end();
        if (!inquiry.payerClaimNumber().isEmpty()) {
            out.begin("REF").code("1K").text(inquiry.payerClaimNumber(), 50).end();
        }
        out.begin("REF").code("EJ").text(inquiry.claimNumber(), 38).end();
        out.begin("AMT").code("T3").money(inquiry.charge()).end();
        var first = inquiry.days().first();
        var last = inquiry.days().last() == null ? first : inquiry.days().last();
        out.begin("DTP").code("472");
        if (last.equals(first)) {
            out.code("D8").day(first).end();
        } else {
            out.code("RD8").days(first, last).end();
        }
    }
}
