package org.circlekeeper.x12.eligibility;

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

/** Writes questions about benefits as a 270 (005010X279A1): one person a set, as many sets as there are people. */
public final class EligibilityInquiries {

    static final String GUIDE = "005010X279A1";

    private final Envelope envelope;
    private final InterchangeWriter interchange;
    private final SegmentWriter out;
    private final PartySegments parties;

    private EligibilityInquiries(Envelope envelope, OutputStream out) {
        this.envelope = envelope;
        this.interchange = new InterchangeWriter(out, envelope, "HS", "270", GUIDE);
        this.out = interchange.segments();
        this.parties = new PartySegments(this.out);
    }

    /**
     * Writes questions as they come and keeps none; the caller sees that no trace comes twice, and closes the stream.
     */
    public static void write(Envelope envelope, Iterator<EligibilityInquiry> inquiries, OutputStream out)
            throws IOException {
        if (!inquiries.hasNext()) {
            throw new IllegalArgumentException("A file of questions has a question");
        }
        var writer = new EligibilityInquiries(envelope, out);
        writer.interchange.begin();
        while (inquiries.hasNext()) {
            writer.set(inquiries.next());
        }
        writer.interchange.finish();
    }

    public static byte[] write(Envelope envelope, List<EligibilityInquiry> inquiries) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(envelope, inquiries.iterator(), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void set(EligibilityInquiry inquiry) throws IOException {
        var levels = new Levels(out);
        var dependent = inquiry.dependent();
        interchange.setBegins();
        out.begin("BHT").code("0022").code("13").text(inquiry.reference(), 50);
        out.day(envelope.at().toLocalDate()).time(envelope.at().toLocalTime()).end();
        int payer = levels.begin(0, "20", true);
        parties.organization("PR", inquiry.payer().name(), "PI", inquiry.payer().payerId());
        int provider = levels.begin(payer, "21", true);
        inquiry.provider().write(parties);
        int subscriber = levels.begin(provider, "22", dependent != null);
        if (dependent == null) {
            trace(inquiry);
        }
        parties.person("IL", inquiry.subscriber().name(), "MI", inquiry.memberId());
        inquiry.subscriber().demographics(out);
        if (dependent != null) {
            levels.begin(subscriber, "23", false);
            trace(inquiry);
            parties.person("03", dependent.name());
            dependent.demographics(out);
            out.begin("INS").code('N').code(inquiry.relationship()).end();
        }
        question(inquiry);
        interchange.setEnds();
    }

    private void trace(EligibilityInquiry inquiry) throws IOException {
        out.begin("TRN")
                .code('1')
                .text(inquiry.trace(), 50)
                .text(inquiry.traceOwner(), 10)
                .end();
    }

    private void question(EligibilityInquiry inquiry) throws IOException {
        if (inquiry.serviceDate() != null) {
            out.begin("DTP").code("291").code("D8").day(inquiry.serviceDate()).end();
        }
        if (!inquiry.serviceTypes().isEmpty()) {
            out.begin("EQ").code(inquiry.serviceTypes().getFirst());
            inquiry.serviceTypes().stream().skip(1).forEach(out::repeated);
            out.end();
        }
        if (inquiry.procedure() != null) {
            out.begin("EQ")
                    .empty(1)
                    .code("HC")
                    .part(inquiry.procedure().value())
                    .end();
        }
    }
}
