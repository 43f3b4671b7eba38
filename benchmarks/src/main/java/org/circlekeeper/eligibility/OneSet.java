package org.circlekeeper.eligibility;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.InterchangeWriter;
import org.circlekeeper.x12.Levels;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.SegmentWriter;
import org.circlekeeper.x12.eligibility.EligibilityInquiryReader;
import org.circlekeeper.x12.eligibility.ReadInquiry;

/**
 * Answers files of questions (270) in one 271 of one transaction set, as a payer does that sends a night's work at
 * once.
 */
final class OneSet {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 23, 9, 0);
    private static final LocalDate YEAR_BEGAN = LocalDate.of(2026, 1, 1);

    private final InterchangeWriter interchange;
    private final SegmentWriter out;
    private int people;

    private OneSet(InterchangeWriter interchange) {
        this.interchange = interchange;
        this.out = interchange.segments();
    }

    /** Writes it; returns how many people it is about. */
    static int write(List<Path> questions, Path answers) throws IOException {
        try (var bytes = new BufferedOutputStream(Files.newOutputStream(answers))) {
            var envelope = new Envelope("ZZ", "INVENTED", "ZZ", "PRACTICE", 1, 1, AT, true, Delimiters.USUAL);
            var set = new OneSet(new InterchangeWriter(bytes, envelope, "HB", "271", "005010X279A1"));
            set.write(questions);
            return set.people;
        }
    }

    private void write(List<Path> questions) throws IOException {
        interchange.begin();
        interchange.setBegins();
        out.begin("BHT").code("0022").code("11").code("NIGHT").day(AT.toLocalDate());
        out.time(AT.toLocalTime()).end();
        var levels = new Levels(out);
        for (var file : questions) {
            var inquiries = EligibilityInquiryReader.all(Files.readAllBytes(file));
            int payer = levels.begin(0, "20", true);
            name("PR", inquiries.getFirst().payer());
            int provider = levels.begin(payer, "21", true);
            name("1P", inquiries.getFirst().provider());
            for (var inquiry : inquiries) {
                levels.begin(provider, "22", false);
                person(inquiry);
                people++;
            }
        }
        interchange.setEnds();
        interchange.finish();
    }

    private void person(ReadInquiry inquiry) throws IOException {
        var person = inquiry.person();
        var name = person.name();
        out.begin("TRN")
                .code('2')
                .text(inquiry.traceNumber(), 50)
                .code("9INVENTED0")
                .end();
        out.begin("NM1")
                .code("IL")
                .code('1')
                .text(name.last(), 60)
                .text(name.first(), 35)
                .empty(3);
        out.code("MI").text(inquiry.memberId(), 80).end();
        if (person.birthDate() != null) {
            out.begin("DMG")
                    .code("D8")
                    .day(person.birthDate())
                    .text(person.sex(), 1)
                    .end();
        }
        out.begin("DTP").code("346").code("D8").day(YEAR_BEGAN).end();
        benefits();
    }

    private void benefits() throws IOException {
        row("1", "30").code("PR").text("PPO GOLD", 50).end();
        row("1", "MH").code("PR").end();
        row("B", "MH")
                .code("PR")
                .empty(1)
                .code("27")
                .number(20)
                .empty(4)
                .code('Y')
                .end();
        row("A", "MH")
                .code("PR")
                .empty(1)
                .code("27")
                .empty(1)
                .code(".2")
                .empty(3)
                .code('Y')
                .end();
        row("C", "30").code("PR").empty(1).code("23").number(1_500).end();
        row("C", "30").code("PR").empty(1).code("29").number(420).end();
        row("F", "MH")
                .code("PR")
                .empty(1)
                .code("23")
                .empty(2)
                .code("VS")
                .number(30)
                .code('N')
                .code('Y')
                .end();
        out.begin("MSG").text("GROUP THERAPY IS PAID AS ANY OTHER VISIT", 264).end();
        row("CB", "98").code("PR").empty(6).code('N').code('Y').end();
    }

    private SegmentWriter row(String kind, String type) throws IOException {
        return out.begin("EB").code(kind).code("IND").code(type);
    }

    private void name(String entity, NamedParty party) throws IOException {
        out.begin("NM1").code(entity).code(party.person() ? '1' : '2').text(party.last(), 60);
        out.text(party.first(), 35).empty(3);
        out.code(party.idQualifier()).text(party.id(), 80).end();
    }
}
