package org.circlekeeper.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.InterchangeWriter;
import org.circlekeeper.x12.Levels;
import org.circlekeeper.x12.SegmentWriter;
import org.circlekeeper.x12.review.Review;

/** Answers a 278 with a 278: a set for each request. */
final class ReviewAnswers {

    private static final int LEFT = 3;

    private final Envelope envelope;
    private final Scenarios scenarios;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final InterchangeWriter interchange;
    private final SegmentWriter out;
    private final PartyLines parties;

    ReviewAnswers(Envelope envelope, Scenarios scenarios) {
        this.envelope = envelope;
        this.scenarios = scenarios;
        this.interchange = new InterchangeWriter(bytes, envelope, "HI", "278", "005010X217");
        this.out = interchange.segments();
        this.parties = new PartyLines(out);
    }

    byte[] write(List<Review> requests) throws IOException {
        interchange.begin();
        for (var request : requests) {
            interchange.setBegins();
            set(request, scenarios.of(request.subscriber().name().id()));
            interchange.setEnds();
        }
        interchange.finish();
        return bytes.toByteArray();
    }

    private void set(Review request, Scenario scenario) throws IOException {
        var levels = new Levels(out);
        out.begin("BHT").code("0007").code("11").text(request.reference(), 50);
        out.day(envelope.at().toLocalDate())
                .time(envelope.at().toLocalTime())
                .code("18")
                .end();
        int payer = levels.begin(0, "20", true);
        if (scenario == Scenario.DOWN) {
            out.begin("AAA").code('Y').empty(1).code("42").code('R').end();
        }
        parties.name("X3", request.payer());
        int provider = levels.begin(payer, "21", true);
        parties.name("1P", request.provider());
        boolean looked = scenario != Scenario.DOWN && scenario != Scenario.WRONG_MEMBER_ID;
        var dependent = request.dependent();
        int patient = levels.begin(provider, "22", looked || dependent != null);
        parties.name("IL", request.subscriber().name());
        if (scenario == Scenario.WRONG_MEMBER_ID) {
            out.begin("AAA").code('N').empty(1).code("72").code('C').end();
        }
        if (dependent != null) {
            patient = levels.begin(patient, "23", looked);
            parties.name("QC", dependent.name());
        }
        if (looked) {
            levels.begin(patient, "EV", false);
            event(request, scenario);
        }
    }

    private void event(Review request, Scenario scenario) throws IOException {
        if (!request.traces().isEmpty()) {
            out.begin("TRN")
                    .code('2')
                    .text(request.traces().getFirst(), 50)
                    .code("9SANDBOX00")
                    .end();
        }
        out.begin("UM").code("HS").code('I').code("A6").end();
        var code = code(scenario);
        out.begin("HCR").code(code);
        boolean numbered = code.startsWith("A") && !code.equals("A3");
        out.text(numbered ? "AUTH" + envelope.interchange() : "", 50);
        out.code(code.equals("A3") ? "0V" : "").end();
        if (numbered && !code.equals("A4")) {
            certified(request, scenario);
        }
    }

    private void certified(Review request, Scenario scenario) throws IOException {
        var from = request.from();
        var to = request.to();
        if (from != null && to != null) {
            out.begin("DTP").code("AAH").code("RD8").days(from, to).end();
        }
        var asked = request.units() == null ? BigDecimal.ONE : request.units();
        long units = Math.max(1, asked.longValue());
        out.begin("HSD")
                .code("VS")
                .number(
                        switch (scenario) {
                            case PARTIAL -> Math.max(1, units / 2);
                            case VISIT_LIMIT -> Math.min(units, LEFT);
                            default -> units;
                        });
        out.end();
    }

    private static String code(Scenario scenario) {
        return switch (scenario) {
            case ACTIVE, AUTHORIZATION_NEEDED, SLOW -> "A1";
            case PARTIAL -> "A2";
            case VISIT_LIMIT -> "A6";
            case PENDED -> "A4";
            case INACTIVE -> "A3";
            case CARVE_OUT, AMBIGUOUS, WRONG_MEMBER_ID, DOWN -> "CT";
        };
    }
}
