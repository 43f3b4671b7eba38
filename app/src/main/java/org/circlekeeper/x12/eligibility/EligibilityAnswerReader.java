package org.circlekeeper.x12.eligibility;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;
import org.jspecify.annotations.Nullable;

/** Reads the answers of a 271 person by person, in constant memory, whoever wrote it. */
public final class EligibilityAnswerReader {

    private final X12Reader in;
    private @Nullable AnswersOfSet set;
    private int sets;
    private int setOfLast;

    public EligibilityAnswerReader(X12Reader in) {
        this.in = in;
    }

    /** All answers of a file that fits into memory. */
    public static List<EligibilityAnswer> all(byte[] interchange) throws IOException {
        var reader = new EligibilityAnswerReader(X12Reader.of(interchange));
        List<EligibilityAnswer> answers = new ArrayList<>();
        for (var answer = reader.next(); answer != null; answer = reader.next()) {
            answers.add(answer);
        }
        return answers;
    }

    /** The next answer, or null at the end; then {@link #ending()} tells whether the file is whole. */
    public @Nullable EligibilityAnswer next() throws IOException {
        for (var segment = in.next(); segment != null; segment = in.next()) {
            setOfLast = sets;
            var answer = see(segment);
            if (answer != null) {
                return answer;
            }
        }
        setOfLast = sets;
        return setEnds();
    }

    /** Which set of the file the last answer stands in, from 1, all kinds of sets counted. */
    public int set() {
        return setOfLast;
    }

    public X12Ending ending() throws IOException {
        return in.ending();
    }

    private @Nullable EligibilityAnswer see(Segment segment) {
        if (!segment.isEnvelope()) {
            return set == null ? null : set.see(segment);
        }
        var last = setEnds();
        sets += segment.is("ST") ? 1 : 0;
        set = segment.is("ST", "271") ? new AnswersOfSet() : null;
        return last;
    }

    private @Nullable EligibilityAnswer setEnds() {
        var last = set == null ? null : set.finish();
        set = null;
        return last;
    }
}
