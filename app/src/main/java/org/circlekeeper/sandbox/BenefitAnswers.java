package org.circlekeeper.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.InterchangeWriter;
import org.circlekeeper.x12.Levels;
import org.circlekeeper.x12.SegmentWriter;
import org.circlekeeper.x12.eligibility.ReadInquiry;

/** Answers a 270 with a 271: a set for each person. */
final class BenefitAnswers {

    private final Envelope envelope;
    private final Scenarios scenarios;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final InterchangeWriter interchange;
    private final SegmentWriter out;
    private final PartyLines parties;

    BenefitAnswers(Envelope envelope, Scenarios scenarios) {
        this.envelope = envelope;
        this.scenarios = scenarios;
        this.interchange = new InterchangeWriter(bytes, envelope, "HB", "271", "005010X279A1");
        this.out = interchange.segments();
        this.parties = new PartyLines(out);
    }

    byte[] write(List<ReadInquiry> inquiries) throws IOException {
        interchange.begin();
        for (var inquiry : inquiries) {
            interchange.setBegins();
            set(inquiry, scenarios.of(inquiry.memberId()));
            interchange.setEnds();
        }
        interchange.finish();
        return bytes.toByteArray();
    }

    private void set(ReadInquiry inquiry, Scenario scenario) throws IOException {
        var levels = new Levels(out);
        out.begin("BHT").code("0022").code("11").text(inquiry.reference(), 50);
        out.day(envelope.at().toLocalDate()).time(envelope.at().toLocalTime()).end();
        int payer = levels.begin(0, "20", true);
        if (scenario == Scenario.DOWN) {
            out.begin("AAA").code('Y').empty(1).code("42").code('R').end();
        }
        parties.name("PR", inquiry.payer());
        int provider = levels.begin(payer, "21", true);
        parties.name("1P", inquiry.provider());
        var dependent = inquiry.dependent();
        int subscriber = levels.begin(provider, "22", dependent != null);
        if (dependent == null) {
            trace(inquiry);
        }
        parties.name("IL", inquiry.subscriber().name());
        if (dependent != null) {
            parties.demographics(inquiry.subscriber());
            levels.begin(subscriber, "23", false);
            trace(inquiry);
            parties.name("03", dependent.name());
        }
        if (scenario == Scenario.WRONG_MEMBER_ID) {
            out.begin("AAA").code('N').empty(1).code("72").code('C').end();
        }
        parties.demographics(inquiry.person());
        if (scenario != Scenario.WRONG_MEMBER_ID && scenario != Scenario.DOWN) {
            benefits(scenario);
        }
    }

    private void trace(ReadInquiry inquiry) throws IOException {
        var trace = inquiry.trace();
        if (trace != null) {
            out.begin("TRN")
                    .code('2')
                    .text(trace.element(2), 50)
                    .text(trace.element(3), 10)
                    .end();
        }
    }

    private void benefits(Scenario scenario) throws IOException {
        int year = envelope.at().getYear();
        if (scenario == Scenario.INACTIVE) {
            out.begin("DTP").code("347").code("D8").number(year * 10_000L + 101).end();
            row("6", "", "30");
            out.end();
            return;
        }
        out.begin("DTP").code("346").code("D8").number(year * 10_000L + 101).end();
        plan(scenario);
        deductible("23", 500);
        deductible("29", 120);
    }

    private void plan(Scenario scenario) throws IOException {
        row("1", "", "30");
        if (scenario != Scenario.CARVE_OUT) {
            out.repeated("MH");
        }
        out.empty(1).text("SANDBOX PPO", 50).end();
        switch (scenario) {
            case CARVE_OUT -> carveOut();
            case AMBIGUOUS -> {
                copay("A6", 20, "N");
                message("PROVIDERS OF ONE KIND");
                copay("A6", 45, "N");
                message("PROVIDERS OF ANOTHER KIND");
            }
            case VISIT_LIMIT -> {
                copay("MH", 25, "N");
                visits("23", 20);
                visits("29", 3);
            }
            case AUTHORIZATION_NEEDED, PARTIAL, PENDED -> copay("MH", 25, "Y");
            case ACTIVE, SLOW, INACTIVE, WRONG_MEMBER_ID, DOWN -> copay("MH", 25, "N");
        }
    }

    private void carveOut() throws IOException {
        row("U", "", "MH");
        out.end();
        message("MENTAL HEALTH IS ADMINISTERED BY HARBOR BEHAVIORAL");
        out.begin("LS").code("2120").end();
        out.begin("NM1").code("PR").code('2').text("HARBOR BEHAVIORAL", 60).empty(4);
        out.code("PI").code("88999").end();
        out.begin("LE").code("2120").end();
    }

    private void copay(String type, long dollars, String authorization) throws IOException {
        row("B", "IND", type);
        out.empty(2)
                .code("27")
                .number(dollars)
                .empty(3)
                .code(authorization)
                .code('Y')
                .end();
    }

    private void deductible(String period, long dollars) throws IOException {
        row("C", "IND", "30");
        out.empty(2).code(period).number(dollars).empty(4).code('Y').end();
    }

    private void visits(String period, long visits) throws IOException {
        row("F", "IND", "MH");
        out.empty(2)
                .code(period)
                .empty(2)
                .code("VS")
                .number(visits)
                .code('N')
                .code('Y')
                .end();
    }

    private void row(String kind, String level, String type) throws IOException {
        out.begin("EB").code(kind).code(level).code(type);
    }

    private void message(String text) throws IOException {
        out.begin("MSG").text(text, 264).end();
    }
}
