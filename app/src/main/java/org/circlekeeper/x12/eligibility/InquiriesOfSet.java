package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.PatientLevels;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/** Walks the levels of one 270; a subscriber above a dependent is asked about only if an EQ stands with them. */
final class InquiriesOfSet {

    private final PatientLevels levels = new PatientLevels();
    private String reference = "";
    private @Nullable Segment trace;
    private @Nullable LocalDate serviceDate;
    private List<String> types = new ArrayList<>();
    private List<String> procedures = new ArrayList<>();
    private boolean asked;

    /** Takes the next segment; returns the question that it ends, if any. */
    @Nullable
    ReadInquiry see(Segment segment) {
        var finished = segment.is("HL") ? leave(segment.element(3)) : null;
        levels.see(segment);
        switch (segment.id()) {
            case "BHT" -> reference = segment.element(3);
            case "TRN" -> trace = trace == null ? segment : trace;
            case "DTP" -> serviceDate = ReadValues.day(segment.element(3));
            case "EQ" -> question(segment);
            default -> {}
        }
        return finished;
    }

    @Nullable
    ReadInquiry finish() {
        return leave("");
    }

    private void question(Segment eq) {
        asked = true;
        if (!eq.element(1).isEmpty()) {
            eq.repetitions(1).forEach(type -> types.add(type.strip()));
        }
        if (!eq.component(2, 2).isEmpty()) {
            procedures.add(eq.component(2, 2));
        }
    }

    private @Nullable ReadInquiry leave(String next) {
        boolean person = levels.level().equals("23") || levels.level().equals("22");
        if (!person || (!asked && next.equals("23"))) {
            return null;
        }
        var inquiry = new ReadInquiry(
                reference,
                trace,
                levels.payer(),
                levels.receiver(),
                levels.subscriber(),
                levels.dependent(),
                serviceDate,
                types,
                procedures);
        trace = null;
        serviceDate = null;
        types = new ArrayList<>();
        procedures = new ArrayList<>();
        asked = false;
        levels.leave();
        return inquiry;
    }
}
