package org.circlekeeper.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Says what is wrong with a file of X12, segment by segment, in one reading and constant memory. */
public final class X12Check {

    private final Consumer<Flaw> found;
    private List<ContentCheck> checks = List.of();
    private Segment group = Segment.nothing();

    private X12Check(Consumer<Flaw> found) {
        this.found = found;
    }

    /** Hands on every flaw in the order of the file, as far as the file shows them in that order. */
    public static void check(InputStream file, Consumer<Flaw> found) throws IOException {
        new X12Check(found).check(new X12Reader(file));
    }

    private void check(X12Reader in) throws IOException {
        for (var segment = in.next(); segment != null; segment = in.next()) {
            long number = in.segmentNumber();
            in.takeFlaws().forEach(found);
            ElementRules.check(segment, number, found);
            switch (segment.id()) {
                case "GS" -> group = segment;
                case "ST" -> setBegins(segment, number);
                case "SE" -> {
                    checks.forEach(check -> check.end(number));
                    checks = List.of();
                }
                default -> seeInSet(segment, number);
            }
        }
        in.takeFlaws().forEach(found);
        switch (in.ending()) {
            case X12Ending.Whole _, X12Ending.Miscounted _ -> {}
            case X12Ending.Empty _,
                    X12Ending.NotX12 _,
                    X12Ending.NoDelimiters _,
                    X12Ending.IsaAlone _,
                    X12Ending.CutOff _ ->
                found.accept(new Flaw(0, "", 0, "refused", in.ending().sentence()));
        }
    }

    private void seeInSet(Segment segment, long number) {
        checks.forEach(check -> check.see(segment, number));
    }

    private void setBegins(Segment st, long number) {
        var version = Guide.version(st, group.element(8));
        if (!version.equals(group.element(8))) {
            found.accept(ElementRules.flaw(st, number, 3, "version-differs", "differs from GS08, " + group.element(8)));
        }
        var guide = Guide.of(st, version);
        if (guide.isEmpty()) {
            found.accept(ElementRules.flaw(
                    st,
                    number,
                    3,
                    "version-not-read",
                    "or GS08 names a guide that is not read " + "here for this transaction: " + version));
        }
        List<ContentCheck> all = new ArrayList<>();
        all.add(new HierarchyCheck(st.is("ST", "837"), found));
        guide.ifPresent(known -> {
            all.addAll(LoopCheck.of(known.loops(), found));
            all.addAll(contentOf(known));
            if (!known.group().equals(group.element(1))) {
                found.accept(ElementRules.flaw(
                        st, number, 1, "wrong-group", "does not belong into a group " + group.element(1) + " (GS01)"));
            }
        });
        checks = List.copyOf(all);
        checks.forEach(check -> check.see(st, number));
    }

    private List<ContentCheck> contentOf(Guide guide) {
        return switch (guide) {
            case PROFESSIONAL_CLAIM -> List.of(new ClaimsCheck(found));
            case REMITTANCE -> List.of(new RemittanceCheck(found));
            case ACKNOWLEDGMENT, CLAIM_ACKNOWLEDGMENT, CLAIM_STATUS -> List.of();
            case STATUS_INQUIRY, ELIGIBILITY_INQUIRY, ELIGIBILITY_ANSWER, REVIEW -> List.of();
        };
    }
}
