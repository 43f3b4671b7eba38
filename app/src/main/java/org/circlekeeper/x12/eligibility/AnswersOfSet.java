package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.Few;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.QualifiedDate;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Walks the levels of one 271: payer, provider, subscriber, dependent. A subscriber who is only named above a dependent
 * is no answer; a question that failed above every person is one, about nobody.
 */
final class AnswersOfSet {

    private static final String PAYER = "20";
    private static final String PROVIDER = "21";
    private static final String SUBSCRIBER = "22";
    private static final String DEPENDENT = "23";

    private final List<Rejection> ofPayer = new ArrayList<>();
    private final List<Rejection> ofProvider = new ArrayList<>();
    private String reference = "";
    private @Nullable LocalDate answeredOn;
    private NamedParty payer = NamedParty.NOBODY;
    private NamedParty provider = NamedParty.NOBODY;
    private @Nullable PersonUnderReading subscriber;
    private @Nullable PersonUnderReading dependent;
    private boolean subscriberTold;
    private boolean untold;
    private String level = "";

    /** Takes the next segment; returns the answer that it ends, if any. */
    @Nullable
    EligibilityAnswer see(Segment segment) {
        switch (segment.id()) {
            case "BHT" -> {
                reference = segment.element(3);
                answeredOn = ReadValues.day(segment.element(4));
            }
            case "HL" -> {
                return level(segment.element(3));
            }
            default -> inside(segment);
        }
        return null;
    }

    /** The last answer of the set, if it is not told yet. */
    @Nullable
    EligibilityAnswer finish() {
        return level("");
    }

    private @Nullable EligibilityAnswer level(String next) {
        var finished = leave(next);
        level = next;
        switch (next) {
            case PAYER -> {
                ofPayer.clear();
                ofProvider.clear();
                payer = NamedParty.NOBODY;
                provider = NamedParty.NOBODY;
            }
            case PROVIDER -> {
                ofProvider.clear();
                provider = NamedParty.NOBODY;
            }
            case SUBSCRIBER -> {
                subscriber = new PersonUnderReading('C');
                subscriberTold = false;
            }
            case DEPENDENT -> dependent = new PersonUnderReading('D');
            default -> {}
        }
        return finished;
    }

    /** What the level that ends here answers, knowing which one comes next. */
    private @Nullable EligibilityAnswer leave(String next) {
        var person = subscriber;
        EligibilityAnswer finished = null;
        if (dependent != null) {
            finished = answer(person, dependent);
            dependent = null;
        } else if (person != null && !subscriberTold && (!next.equals(DEPENDENT) || person.isAnswered())) {
            finished = answer(person, null);
        } else if (untold && !leadsFurtherDown(next)) {
            finished = answer(null, null);
        }
        if (finished != null) {
            untold = false;
            subscriberTold = true;
        }
        subscriber = next.equals(DEPENDENT) ? person : null;
        return finished;
    }

    private boolean leadsFurtherDown(String next) {
        return next.equals(SUBSCRIBER) || next.equals(DEPENDENT) || (next.equals(PROVIDER) && level.equals(PAYER));
    }

    private void inside(Segment segment) {
        switch (level) {
            case PAYER -> payer = above(segment, payer, ofPayer, payer.equals(NamedParty.NOBODY) ? "2000A" : "2100A");
            case PROVIDER -> provider = above(segment, provider, ofProvider, "2100B");
            case SUBSCRIBER -> {
                if (subscriber != null) {
                    subscriber.see(segment);
                }
            }
            case DEPENDENT -> {
                if (dependent != null) {
                    dependent.see(segment);
                }
            }
            default -> {}
        }
    }

    private NamedParty above(Segment segment, NamedParty known, List<Rejection> rejections, String loop) {
        if (segment.is("AAA")) {
            Few.add(rejections, Rejection.of(loop, segment));
            untold = true;
        }
        return segment.is("NM1") && known.equals(NamedParty.NOBODY) ? NamedParty.of(segment) : known;
    }

    private EligibilityAnswer answer(@Nullable PersonUnderReading owner, @Nullable PersonUnderReading patient) {
        List<Rejection> rejections = new ArrayList<>(ofPayer);
        rejections.addAll(ofProvider);
        List<String> traces = new ArrayList<>();
        List<QualifiedDate> dates = new ArrayList<>();
        if (patient != null) {
            rejections.addAll(patient.rejections());
            traces.addAll(patient.traces());
            dates.addAll(patient.dates());
        }
        if (owner != null) {
            rejections.addAll(owner.rejections());
            traces.addAll(owner.traces());
            dates.addAll(owner.dates());
        }
        var asked = patient == null ? owner : patient;
        return new EligibilityAnswer(
                reference,
                answeredOn,
                traces,
                payer,
                provider,
                owner == null ? null : owner.person(),
                patient == null ? null : patient.person(),
                dates,
                patient == null ? 0 : patient.dates().size(),
                asked == null ? List.of() : asked.benefits(),
                rejections);
    }
}
