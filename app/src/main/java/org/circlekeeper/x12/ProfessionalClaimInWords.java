package org.circlekeeper.x12;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim of an 837P, segment beside sentence, so that a biller can see what the payer will read: the envelope, the
 * people the claim stands under, the claim itself, and the end of the envelope.
 */
public final class ProfessionalClaimInWords {

    private final String claimNumber;
    private final List<Told> envelope = new ArrayList<>();
    private final List<Told> group = new ArrayList<>();
    private final List<Told> set = new ArrayList<>();
    private final List<Told> provider = new ArrayList<>();
    private final List<Told> subscriber = new ArrayList<>();
    private final List<Told> patient = new ArrayList<>();
    private final List<Told> claim = new ArrayList<>();
    private @Nullable List<Told> current = envelope;
    private boolean found;

    private ProfessionalClaimInWords(String claimNumber) {
        this.claimNumber = claimNumber;
    }

    /** Empty when the file has no claim of that number. */
    public static List<Told> tell(byte[] interchange, String claimNumber) {
        try {
            return new ProfessionalClaimInWords(claimNumber).tell(X12Reader.of(interchange));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<Told> tell(X12Reader in) throws IOException {
        var words = new SegmentInWords();
        for (var segment = in.next(); segment != null; segment = in.next()) {
            turnTo(segment);
            var sentence = words.sentence(segment);
            if (current != null) {
                current.add(new Told(segment.text(), sentence));
            }
            if (found && segment.is("IEA")) {
                break;
            }
        }
        List<Told> told = new ArrayList<>();
        if (found) {
            List.of(envelope, group, set, provider, subscriber, patient, claim).forEach(told::addAll);
        }
        return told;
    }

    /** Segments are kept where they might still stand above the claim, and dropped with the loop they belong to. */
    private void turnTo(Segment segment) {
        switch (segment.id()) {
            case "ISA" -> begin(envelope, group, set, provider, subscriber, patient);
            case "GS" -> begin(group, set, provider, subscriber, patient);
            case "ST" -> begin(set, provider, subscriber, patient);
            case "HL" -> level(segment);
            case "CLM" -> {
                boolean wanted = !found && segment.element(1).equals(claimNumber);
                current = wanted ? claim : null;
                found |= wanted;
            }
            case "SE", "GE", "IEA" -> current = found ? claim : null;
            default -> {}
        }
    }

    private void level(Segment hl) {
        if (found) {
            current = null;
            return;
        }
        switch (hl.element(3)) {
            case "20" -> begin(provider, subscriber, patient);
            case "22" -> begin(subscriber, patient);
            default -> begin(patient);
        }
    }

    @SafeVarargs
    private void begin(List<Told> next, List<Told>... beneath) {
        if (found) {
            current = null;
            return;
        }
        next.clear();
        for (var list : beneath) {
            list.clear();
        }
        current = next;
    }
}
