package org.circlekeeper.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.circlekeeper.x12.InterchangeWriter;
import org.circlekeeper.x12.SegmentWriter;
import org.circlekeeper.x12.X12Ending;

/** Says that a file came in: a 999 for one that could be read, a TA1 for one that could not. */
final class Receipts {

    private Receipts() {}

    /** Every set of each group is accepted; a 999 answers one group. */
    static byte[] accepted(Question question, Dialect dialect) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var interchange = new InterchangeWriter(bytes, question.envelope(dialect), "FA", "999", "005010X231A1");
        var out = interchange.segments();
        interchange.begin();
        for (var group : question.groups()) {
            interchange.setBegins();
            accept(group, out);
            interchange.setEnds();
        }
        interchange.finish();
        return bytes.toByteArray();
    }

    private static void accept(Question.Group group, SegmentWriter out) throws IOException {
        var gs = group.gs();
        out.begin("AK1")
                .text(gs.element(1), 2)
                .text(gs.element(6), 9)
                .text(gs.element(8), 12)
                .end();
        for (var st : group.sets()) {
            out.begin("AK2")
                    .text(st.element(1), 3)
                    .text(st.element(2), 9)
                    .text(st.element(3), 35)
                    .end();
            out.begin("IK5").code('A').end();
        }
        int sets = group.sets().size();
        out.begin("AK9").code('A').number(sets).number(sets).number(sets).end();
    }

    /** TA105 023: the file ends too early; 024: what it holds is not valid. */
    static byte[] refused(Question question, Dialect dialect) throws IOException {
        var isa = question.isa();
        var bytes = new ByteArrayOutputStream();
        var envelope = question.envelope(dialect);
        var interchange = new InterchangeWriter(bytes, envelope, "FA", "999", "005010X231A1");
        interchange.refusalAlone(
                isa == null ? "" : isa.element(13),
                isa == null ? "" : isa.element(9),
                isa == null ? "" : isa.element(10),
                question.ending() instanceof X12Ending.CutOff ? "023" : "024");
        return bytes.toByteArray();
    }
}
