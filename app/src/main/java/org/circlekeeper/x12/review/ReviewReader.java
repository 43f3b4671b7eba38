package org.circlekeeper.x12.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;
import org.jspecify.annotations.Nullable;

/** Reads the requests and answers of a 278 one by one, in constant memory, whoever wrote it. */
public final class ReviewReader {

    private final X12Reader in;
    private @Nullable ReviewsOfSet set;

    public ReviewReader(X12Reader in) {
        this.in = in;
    }

    /** All reviews of a file that fits into memory. */
    public static List<Review> all(byte[] interchange) throws IOException {
        var reader = new ReviewReader(X12Reader.of(interchange));
        List<Review> reviews = new ArrayList<>();
        for (var review = reader.next(); review != null; review = reader.next()) {
            reviews.add(review);
        }
        return reviews;
    }

    /** The next review, or null at the end; then {@link #ending()} tells whether the file is whole. */
    public @Nullable Review next() throws IOException {
        for (var segment = in.next(); segment != null; segment = in.next()) {
            var review = see(segment);
            if (review != null) {
                return review;
            }
        }
        return setEnds();
    }

    public X12Ending ending() throws IOException {
        return in.ending();
    }

    private @Nullable Review see(Segment segment) {
        if (!segment.isEnvelope()) {
            return set == null ? null : set.see(segment);
        }
        var last = setEnds();
        set = segment.is("ST", "278") ? new ReviewsOfSet() : null;
        return last;
    }

    private @Nullable Review setEnds() {
        var last = set == null ? null : set.finish();
        set = null;
        return last;
    }
}
