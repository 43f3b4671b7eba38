package org.circlekeeper.x12.eligibility;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;
import org.jspecify.annotations.Nullable;

/** Reads the questions of a 270 person by person, in constant memory, whoever wrote it. */
public final class EligibilityInquiryReader {

    private final X12Reader in;
    private @Nullable InquiriesOfSet set;

    public EligibilityInquiryReader(X12Reader in) {
        this.in = in;
    }

    /** All questions of a file that fits into memory. */
    public static List<ReadInquiry> all(byte[] interchange) throws IOException {
        var reader = new EligibilityInquiryReader(X12Reader.of(interchange));
        List<ReadInquiry> inquiries = new ArrayList<>();
        for (var inquiry = reader.next(); inquiry != null; inquiry = reader.next()) {
            inquiries.add(inquiry);
        }
        return inquiries;
    }

    /** The next question, or null at the end; then {@link #ending()} tells whether the file is whole. */
    public @Nullable ReadInquiry next() throws IOException {
        for (var segment = in.next(); segment != null; segment = in.next()) {
            var inquiry = see(segment);
            if (inquiry != null) {
                return inquiry;
            }
        }
        return setEnds();
    }

    public X12Ending ending() throws IOException {
        return in.ending();
    }

    private @Nullable ReadInquiry see(Segment segment) {
        if (!segment.isEnvelope()) {
            return set == null ? null : set.see(segment);
        }
        var last = setEnds();
        set = segment.is("ST", "270") ? new InquiriesOfSet() : null;
        return last;
    }

    private @Nullable ReadInquiry setEnds() {
        var last = set == null ? null : set.finish();
        set = null;
        return last;
    }
}
