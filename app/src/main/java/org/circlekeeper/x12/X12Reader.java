package org.circlekeeper.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads any X12 interchange segment by segment, in constant memory, the way it comes from the world: delimiters as the
 * ISA says, a byte order mark, one line or many, lines wrapped in the middle of a word, an ISA whose spaces were eaten,
 * lower-case ids, several interchanges in a file and rubbish behind the last.
 */
public final class X12Reader {

    /** Longer than any segment of a claim or its answers; a file without terminators ends here. */
    private static final int LONGEST_SEGMENT = 1 << 20;

    private static final String ISA = "ISA";

    private final SourceBytes in;
    private final FlawList flaws = new FlawList();
    private final EnvelopeCheck envelopes = new EnvelopeCheck(flaws);
    private final KnownIds ids = new KnownIds();
    private final HeldBytes held = new HeldBytes();
    private @Nullable Delimiters delimiters;
    private boolean betweenInterchanges = true;
    private @Nullable X12Ending ending;

    public X12Reader(InputStream in) {
        this.in = new SourceBytes(in);
    }

    public static X12Reader of(byte[] bytes) {
        return new X12Reader(new ByteArrayInputStream(bytes));
    }

    public static X12Reader of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next segment, or null at the end; then {@link #ending()} tells whether the file is whole. */
    public @Nullable Segment next() throws IOException {
        if (ending != null) {
            return null;
        }
        var segment = betweenInterchanges ? interchangeBegins() : segment();
        if (segment == null) {
            ending = ending == null ? envelopes.ending() : ending;
            return null;
        }
        envelopes.see(segment);
        betweenInterchanges = segment.is("IEA");
        return segment;
    }

    /** What was wrong with the form of the file since this was last asked; what the guide says is not looked at. */
    public List<Flaw> takeFlaws() {
        return flaws.take();
    }

    /** Which segment of the file the last one was, from 1. */
    public long segmentNumber() {
        return envelopes.segments();
    }

    /** How the file ended. Reads what is left of it. */
    public X12Ending ending() throws IOException {
        var rest = next();
        while (rest != null) {
            rest = next();
        }
        if (ending == null) {
            throw new IllegalStateException("A file that has been read has ended");
        }
        return ending;
    }

    private @Nullable Segment interchangeBegins() throws IOException {
        boolean first = delimiters == null;
        if (first && !in.skipBlank()) {
            ending = new X12Ending.Empty();
            return null;
        }
        boolean found = first ? in.startsWithIsa() : in.skipToIsa(envelopes::bytesBehind);
        boolean lowerCase = found && isLowerCase();
        var isa = found ? IsaReader.read(in) : null;
        if (isa != null) {
            delimiters = isa.delimiters();
            if (lowerCase) {
                envelopes.lowerCase("ISA");
            }
            return isa;
        }
        if (found && in.peek(0) < 0) {
            envelopes.cutOff("The file is cut off within an ISA segment. Fetch it again.");
        } else if (first) {
            ending = found ? new X12Ending.NoDelimiters() : new X12Ending.NotX12();
        } else if (found) {
            envelopes.bytesBehind();
        }
        return null;
    }

    private boolean isLowerCase() throws IOException {
        for (int at = 0; at < ISA.length(); at++) {
            if (in.peek(at) != ISA.charAt(at)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Segment segment() throws IOException {
        var marks = delimiters;
        if (marks == null) {
            return null;
        }
        var plain = in.plainSegment(marks.segment());
        if (plain != null && !plain.isBlank()) {
            return split(plain.stripLeading(), marks);
        }
        held.clear();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == marks.segment()) {
                var text = held.text().stripLeading();
                if (!text.isEmpty()) {
                    return split(text, marks);
                }
                held.clear();
            } else if (next != '\r' && next != '\n') {
                held.add((byte) next);
            }
            if (held.length() > LONGEST_SEGMENT) {
                envelopes.cutOff("A segment never ends: the file does not hold what its ISA promises.");
                return null;
            }
        }
        if (!held.text().isBlank()) {
            envelopes.cutOff("The file is cut off in the middle of a segment. Fetch it again.");
        }
        return null;
    }

    private Segment split(String text, Delimiters delimiters) {
        int end = text.indexOf(delimiters.element());
        var written = ids.of(text, end < 0 ? text.length() : end).strip();
        var id = written.toUpperCase(Locale.ROOT);
        if (!id.equals(written)) {
            envelopes.lowerCase(id);
        }
        return Segment.read(id, end < 0 ? "" : text.substring(end), delimiters);
    }
}
