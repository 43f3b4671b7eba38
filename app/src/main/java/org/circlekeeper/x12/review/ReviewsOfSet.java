package org.circlekeeper.x12.review;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.Few;
import org.circlekeeper.x12.PatientLevels;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/** Walks the levels of one 278: payer, provider, subscriber, dependent, event, service. */
final class ReviewsOfSet {

    private static final String EVENT = "EV";
    private static final String SERVICE = "SS";

    private final PatientLevels levels = new PatientLevels();
    private final List<Rejection> above = new ArrayList<>();
    private boolean answer;
    private String reference = "";
    private String level = "";
    private boolean named;
    private boolean untold;
    private boolean inEvent;
    private List<Segment> event = new ArrayList<>();
    private List<List<Segment>> services = new ArrayList<>();
    private List<Rejection> rejections = new ArrayList<>();

    /** Takes the next segment; returns the review that it ends, if any. */
    @Nullable
    Review see(Segment segment) {
        if (segment.is("BHT")) {
            answer = segment.element(2).equals("11");
            reference = segment.element(3);
            return null;
        }
        if (segment.is("HL")) {
            return enter(segment);
        }
        levels.see(segment);
        switch (segment.id()) {
            case "NM1" -> named = true;
            case "AAA" -> rejected(segment);
            default -> {}
        }
        if (level.equals(SERVICE) && !services.isEmpty()) {
            services.getLast().add(segment);
        } else if (inEvent) {
            event.add(segment);
        }
        return null;
    }

    @Nullable
    Review finish() {
        return inEvent || untold ? tell() : null;
    }

    private @Nullable Review enter(Segment hl) {
        var next = hl.element(3);
        boolean below = next.equals(SERVICE) || (!inEvent && !startsAgain(next));
        var finished = below ? null : finish();
        if (next.matches("20|21|22|23")) {
            forget(next);
        }
        levels.see(hl);
        level = next;
        named = false;
        if (next.equals(EVENT)) {
            inEvent = true;
        } else if (next.equals(SERVICE)) {
            inEvent = true;
            services.add(new ArrayList<>());
        } else if (next.equals("22") || next.equals("23")) {
            untold = true;
        }
        return finished;
    }

    /** A level that does not lie beneath the one before ends what was said there. */
    private boolean startsAgain(String next) {
        return untold && !next.equals(EVENT) && next.compareTo(level) <= 0;
    }

    private void forget(String next) {
        above.removeIf(rejection -> order(rejection.level()) >= order(loop(next, false)));
    }

    private static int order(String loop) {
        return loop.charAt(4);
    }

    private void rejected(Segment aaa) {
        var rejection = Rejection.of(loop(level, named), aaa);
        untold = true;
        Few.add(inEvent ? rejections : above, rejection);
    }

    private static String loop(String level, boolean named) {
        return switch (level) {
            case "20" -> named ? "2010A" : "2000A";
            case "21" -> named ? "2010B" : "2000B";
            case "22" -> named ? "2010C" : "2000C";
            case "23" -> named ? "2010D" : "2000D";
            case SERVICE -> named ? "2010F" : "2000F";
            default -> named ? "2010EA" : "2000E";
        };
    }

    private Review tell() {
        var all = new ArrayList<>(above);
        all.addAll(rejections);
        var review = new Review(
                answer,
                reference,
                traces(),
                levels.payer(),
                levels.receiver(),
                levels.subscriber(),
                levels.dependent(),
                new Reviewed(event),
                services.stream().map(Reviewed::new).toList(),
                all);
        event = new ArrayList<>();
        services = new ArrayList<>();
        rejections = new ArrayList<>();
        inEvent = false;
        untold = false;
        return review;
    }

    private List<String> traces() {
        List<String> ours = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (var segment : event) {
            if (segment.is("TRN")) {
                (segment.element(1).equals("2") ? ours : others).add(segment.element(2));
            }
        }
        ours.addAll(others);
        return ours;
    }
}
