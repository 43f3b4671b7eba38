package org.circlekeeper.x12.claimstatus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;
import org.jspecify.annotations.Nullable;

/** Reads the questions of a 276 claim by claim, in constant memory, whoever wrote it. */
public final class StatusInquiryReader {

    private final X12Reader in;
    private @Nullable StatusInquiriesOfSet set;

    public StatusInquiryReader(X12Reader in) {
        this.in = in;
    }

    /** All questions of a file that fits into memory. */
    public static List<ReadStatusInquiry> all(byte[] interchange) throws IOException {
        var reader = new StatusInquiryReader(X12Reader.of(interchange));
        List<ReadStatusInquiry> inquiries = new ArrayList<>();
        for (var inquiry = reader.next(); inquiry != null; inquiry = reader.next()) {
            inquiries.add(inquiry);
        }
        return inquiries;
    }

    /** The next question, or null at the end; then {@link #ending()} tells whether the file is whole. */
    public @Nullable ReadStatusInquiry next() throws IOException {
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

    private @Nullable ReadStatusInquiry see(Segment segment) {
        if (!segment.isEnvelope()) {
            return set == null ? null : set.see(segment);
        }
        var last = setEnds();
        set = segment.is("ST", "276") ? new StatusInquiriesOfSet() : null;
        return last;
    }

    private @Nullable ReadStatusInquiry setEnds() {
        var last = set == null ? null : set.finish();
        set = null;
        return last;
    }
}
