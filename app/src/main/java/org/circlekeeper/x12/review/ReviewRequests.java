package org.circlekeeper.x12.review;

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

/** Writes requests for authorizations as a 278 (005010X217): one patient a set. */
public final class ReviewRequests {

    static final String GUIDE = "005010X217";

    private final Envelope envelope;
    private final InterchangeWriter interchange;
    private final SegmentWriter out;
    private final PartySegments parties;

    private ReviewRequests(Envelope envelope, OutputStream out) {
        this.envelope = envelope;
        this.interchange = new InterchangeWriter(out, envelope, "HI", "278", GUIDE);
        this.out = interchange.segments();
        this.parties = new PartySegments(this.out);
    }

    /**
     * Writes requests as they come and keeps none; the caller sees that no trace comes twice, and closes the stream.
     */
    public static void write(Envelope envelope, Iterator<ReviewRequest> requests, OutputStream out) throws IOException {
        if (!requests.hasNext()) {
            throw new IllegalArgumentException("A file of requests has a request");
        }
        var writer = new ReviewRequests(envelope, out);
        writer.interchange.begin();
        while (requests.hasNext()) {
            writer.set(requests.next());
        }
        writer.interchange.finish();
    }

    public static byte[] write(Envelope envelope, List<ReviewRequest> requests) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(envelope, requests.iterator(), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void set(ReviewRequest request) throws IOException {
        var levels = new Levels(out);
        interchange.setBegins();
        out.begin("BHT").code("0007").code("13").text(request.reference(), 50);
        out.day(envelope.at().toLocalDate()).time(envelope.at().toLocalTime()).end();
        int payer = levels.begin(0, "20", true);
        parties.organization("X3", request.payer().name(), "PI", request.payer().payerId());
        int provider = levels.begin(payer, "21", true);
        request.provider().write(parties);
        out.begin("PER").code("IC").text(request.contactName(), 60).code("TE");
        out.code(request.contactPhone().digits()).end();
        int patient = patient(request, levels, provider);
        int event = levels.begin(patient, "EV", true);
        event(request);
        levels.begin(event, "SS", false);
        out.begin("SV1").code("HC").part(request.procedure().value()).empty(1).code("UN");
        out.number(request.visits().total()).end();
        interchange.setEnds();
    }

    private int patient(ReviewRequest request, Levels levels, int provider) throws IOException {
        var dependent = request.dependent();
        int subscriber = levels.begin(provider, "22", true);
        parties.person("IL", request.subscriber().name(), "MI", request.memberId());
        request.subscriber().demographics(out);
        if (dependent == null) {
            return subscriber;
        }
        int patient = levels.begin(subscriber, "23", true);
        parties.person("QC", dependent.name());
        dependent.demographics(out);
        out.begin("INS").code('N').code(request.relationship()).end();
        return patient;
    }

    private void event(ReviewRequest request) throws IOException {
        out.begin("TRN")
                .code('1')
                .text(request.trace(), 50)
                .text(request.traceOwner(), 10)
                .end();
        out.begin("UM").code("HS").code(request.kind()).code("A6");
        out.code(request.placeOfService()).part("B").empty(4).code('Y').end();
        if (!request.earlierNumber().isEmpty()) {
            out.begin("REF").code("BB").text(request.earlierNumber(), 50).end();
        }
        var days = request.days();
        var last = days.last() == null ? days.first() : days.last();
        out.begin("DTP").code("AAH").code("RD8").days(days.first(), last).end();
        out.begin("HI");
        for (int place = 0; place < request.diagnoses().size(); place++) {
            out.code(place == 0 ? "ABK" : "ABF").undotted(request.diagnoses().get(place));
        }
        out.end();
        visits(request.visits());
        var rendering = request.rendering();
        if (rendering != null) {
            parties.person("SJ", rendering.name(), "XX", rendering.npi().value());
            out.begin("PRV").code("PE").code("PXC").code(rendering.taxonomy()).end();
        }
    }

    /** A pattern says one a week for twelve weeks: {@code VS*1*WK**35*12}. */
    private void visits(RequestedVisits visits) throws IOException {
        out.begin("HSD").code("VS");
        if (visits.weeks() == 0) {
            out.number(visits.total()).end();
        } else {
            out.number(visits.aWeek()).code("WK").empty(1).code("35");
            out.number(visits.weeks()).end();
        }
    }
}
