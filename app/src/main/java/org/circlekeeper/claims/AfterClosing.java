package org.circlekeeper.claims;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.attendance.ClosingPreview.Line;
import org.circlekeeper.attendance.ClosingPreview.Place;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Finding;

/** What becomes of the claims of a closed session, each member who came in exactly one line. Pure. */
final class AfterClosing {

    private AfterClosing() {}

    /** Where one visit stands. */
    private sealed interface Stand {
        record Waits() implements Stand {}

        record Ready() implements Stand {}

        record Held(String why) implements Stand {}

        record Gone(ClaimStatus status) implements Stand {}
    }

    static List<Line> lines(List<Visit> visits, BillingRules rules, LocalDate today, boolean forItsLeader) {
        Map<Stand, Long> stands = visits.stream()
                .filter(Visit::came)
                .collect(groupingBy(visit -> stand(visit, rules, today), LinkedHashMap::new, counting()));
        var lines = new ArrayList<Line>();
        stands.forEach((stand, count) -> lines.add(line(stand, count, forItsLeader)));
        return lines;
    }

    private static Stand stand(Visit visit, BillingRules rules, LocalDate today) {
        var claim = visit.claim();
        if (claim != null && !claim.status().isUnfiled()) {
            return new Stand.Gone(claim.status());
        }
        var holds = BillingReadiness.holds(visit, BillingReadiness.assess(visit, rules, today));
        return holds.stream()
                .filter(finding -> !finding.code().equals(FindingCode.NOTE_UNSIGNED.code()))
                .findFirst()
                .<Stand>map(finding -> new Stand.Held(inPassing(finding)))
                .orElseGet(() -> holds.isEmpty() ? new Stand.Ready() : new Stand.Waits());
    }

    private static Line line(Stand stand, long count, boolean forItsLeader) {
        var whose = forItsLeader ? "your " : "the leader's ";
        return switch (stand) {
            case Stand.Waits _ ->
                new Line(
                        Place.BILLED,
                        Words.count(count, "claim waits", "claims wait") + " only for " + whose
                                + (count == 1 ? "note" : "notes"));
            case Stand.Ready _ -> new Line(Place.BILLED, Words.count(count, "claim is ready", "claims are ready"));
            case Stand.Gone(ClaimStatus status) ->
                new Line(Place.BILLED, Words.count(count, "claim", "claims") + " " + status.onScreen());
            case Stand.Held(String why) -> new Line(Place.HELD, count + " held: " + why);
        };
    }

    /** {@code The member stayed 20 minutes; your own rule asks you to look.} without its subject and its end. */
    private static String inPassing(Finding finding) {
        var sentence = finding.because().sentence();
        var subject = "The member ";
        var rest = sentence.startsWith(subject) ? sentence.substring(subject.length()) : sentence;
        return rest.replaceAll("\\.$", "").replace("; ", ", ");
    }
}
