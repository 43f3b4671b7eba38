package org.circlekeeper.claims;

import static org.circlekeeper.claims.FindingCode.ABSENT;
import static org.circlekeeper.claims.FindingCode.EXCUSED;
import static org.circlekeeper.claims.FindingCode.LATE_CANCEL;
import static org.circlekeeper.claims.FindingCode.NOTE_UNSIGNED;
import static org.circlekeeper.claims.FindingCode.PAPERS_MISSING;
import static org.circlekeeper.claims.FindingCode.PART2_CONSENT_MISSING;
import static org.circlekeeper.claims.FindingCode.PLAN_RESTRICTED;
import static org.circlekeeper.claims.FindingCode.SELF_PAY;
import static org.circlekeeper.claims.FindingCode.SESSION_NOT_OVER;
import static org.circlekeeper.claims.FindingCode.SESSION_OPEN;
import static org.circlekeeper.claims.FindingCode.UNMARKED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.claims.DisclosureCheck.Withheld;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Finding;

/** Decides whether a visit may be billed today. Pure: same visit, rules and day, same findings. */
public final class BillingReadiness {

    private BillingReadiness() {}

    /** Every finding, in the order a biller would look; what holds always comes first. */
    static List<Finding> assess(Visit visit, BillingRules rules, LocalDate today) {
        var findings = new ArrayList<Finding>();
        presence(visit, findings);
        papers(visit, findings);
        if (visit.insurance() == null) {
            findings.add(SELF_PAY.with("No insurance is on file for "
                    + Words.day(visit.meeting().day()) + ": there is no payer to bill."));
        } else {
            PayerHolds.assess(visit, visit.insurance(), rules, today, findings);
        }
        FrontEnd.assess(visit, rules, today, findings);
        return findings;
    }

    /** What still stands when a named person files past what payers' rules held on that day. */
    static List<Finding> holds(Visit visit, List<Finding> findings) {
        var reason = visit.claim() == null ? null : visit.claim().reason();
        return findings.stream()
                .filter(Finding::holds)
                .filter(finding -> reason == null || !reason.passes(finding, visit.insurance()))
                .toList();
    }

    private static void presence(Visit visit, List<Finding> findings) {
        if (!visit.meeting().takesPlace()) {
            findings.add(ABSENT.with("The session of " + day(visit) + " did not take place."));
        }
        switch (visit.presence()) {
            case UNMARKED ->
                findings.add(UNMARKED.with("Nobody has said whether the member came on " + day(visit) + "."));
            case ABSENT ->
                findings.add(
                        ABSENT.with("The member was absent on " + day(visit) + ", and an absence is never billed."));
            case LATE_CANCEL ->
                findings.add(
                        LATE_CANCEL.with("The member cancelled late on " + day(visit) + ", which is never billed."));
            case EXCUSED ->
                findings.add(EXCUSED.with("The member was excused on " + day(visit) + ", which is never billed."));
            case PRESENT, LATE, LEFT_EARLY -> {
                if (visit.recordedBy() == null) {
                    findings.add(UNMARKED.with("No person stands behind the presence of " + day(visit) + "."));
                }
            }
        }
    }

    private static void papers(Visit visit, List<Finding> findings) {
        if (!visit.meeting().closed()) {
            findings.add(SESSION_OPEN.with("The sheet of " + day(visit) + " is not closed."));
        }
        if (!visit.meeting().over()) {
            findings.add(SESSION_NOT_OVER.with("The session of " + day(visit) + " has not ended."));
        }
        if (!visit.noteSigned()) {
            findings.add(NOTE_UNSIGNED.with("The note of " + day(visit) + " is not signed."));
        }
        if (visit.withheld().contains(Withheld.PLAN_RESTRICTED)) {
            findings.add(PLAN_RESTRICTED.with(
                    "The member paid for " + day(visit) + " and asked that the plan not be told."));
        }
        if (visit.withheld().contains(Withheld.PART2_CONSENT_MISSING)) {
            findings.add(PART2_CONSENT_MISSING.with(
                    "The group is under 42 CFR Part 2, and no consent of the member covers telling the payer today."));
        }
        if (visit.withheld().contains(Withheld.PAPERS_MISSING)) {
            findings.add(PAPERS_MISSING.with(
                    "The member came on " + day(visit) + " before their papers were whole, and they are not yet."));
        }
    }

    private static String day(Visit visit) {
        return Words.day(visit.meeting().day());
    }
}
