package org.circlekeeper.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.InterchangeWriter;
import org.circlekeeper.x12.Levels;
import org.circlekeeper.x12.SegmentWriter;
import org.circlekeeper.x12.claimstatus.ReadStatusInquiry;

/** Answers a 276 with a 277: a set for each claim. */
final class StatusAnswers {

    private final Envelope envelope;
    private final Scenarios scenarios;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final InterchangeWriter interchange;
    private final SegmentWriter out;
    private final PartyLines parties;

    StatusAnswers(Envelope envelope, Scenarios scenarios) {
        this.envelope = envelope;
        this.scenarios = scenarios;
        this.interchange = new InterchangeWriter(bytes, envelope, "HN", "277", "005010X212");
        this.out = interchange.segments();
        this.parties = new PartyLines(out);
    }

    byte[] write(List<ReadStatusInquiry> inquiries) throws IOException {
        interchange.begin();
        for (var inquiry : inquiries) {
            interchange.setBegins();
            set(inquiry, scenarios.of(inquiry.subscriber().name().id()));
            interchange.setEnds();
        }
        interchange.finish();
        return bytes.toByteArray();
    }

    private void set(ReadStatusInquiry inquiry, Scenario scenario) throws IOException {
        var levels = new Levels(out);
        out.begin("BHT").code("0010").code("08").text(inquiry.reference(), 50);
        out.day(envelope.at().toLocalDate())
                .time(envelope.at().toLocalTime())
                .code("DG")
                .end();
        int payer = levels.begin(0, "20", true);
        parties.name("PR", inquiry.payer());
        int receiver = levels.begin(payer, "21", true);
        parties.name("41", inquiry.receiver());
        int provider = levels.begin(receiver, "19", true);
        parties.name("1P", inquiry.provider());
        var dependent = inquiry.dependent();
        int subscriber = levels.begin(provider, "22", dependent != null);
        parties.name("IL", inquiry.subscriber().name());
        if (dependent != null) {
            levels.begin(subscriber, "23", false);
            parties.name("QC", dependent.name());
        }
        claim(inquiry, scenario);
    }

    private void claim(ReadStatusInquiry inquiry, Scenario scenario) throws IOException {
        out.begin("TRN").code('2').text(inquiry.trace(), 50).end();
        var charge = inquiry.charge() == null ? Money.ZERO : inquiry.charge();
        boolean paid = scenario == Scenario.ACTIVE || scenario == Scenario.SLOW;
        var status = status(scenario);
        out.begin("STC").code(status.category()).part(status.code());
        out.day(envelope.at().toLocalDate())
                .empty(1)
                .money(charge)
                .money(paid ? charge : Money.ZERO)
                .end();
        if (!inquiry.claimNumber().isEmpty()) {
            out.begin("REF").code("EJ").text(inquiry.claimNumber(), 50).end();
        }
    }

    private record Status(String category, String code) {}

    private static Status status(Scenario scenario) {
        return switch (scenario) {
            case ACTIVE, SLOW -> new Status("F1", "65");
            case INACTIVE, CARVE_OUT, VISIT_LIMIT -> new Status("F2", "88");
            case AMBIGUOUS, PENDED, PARTIAL -> new Status("P1", "20");
            case AUTHORIZATION_NEEDED -> new Status("P3", "123");
            case WRONG_MEMBER_ID -> new Status("A4", "35");
            case DOWN -> new Status("E1", "0");
        };
    }
}
