package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.springframework.stereotype.Component;

/** Of which leaders and payers nobody has said whether the one knows the other, though claims go there. */
@Component
public class Enrolments {

    /** Older claims are nobody's question any more. */
    private static final int DAYS_BACK = 400;

    private final ClaimListStore lists;
    private final ClaimVisits visits;

    Enrolments(ClaimListStore lists, ClaimVisits visits) {
        this.lists = lists;
        this.visits = visits;
    }

    /**
     * One leader and one payer.
     *
     * @param firstDay the first visit of which a claim goes, or waits to go, to the payer
     */
    public record Unsaid(
            PractitionerId leader, String leaderName, UUID payer, String payerName, LocalDate firstDay, long claims) {

        /** As the journal calls the question. */
        public String key() {
            return leader + ":" + payer;
        }
    }

    /** By leader, then payer: one question. */
    public List<Unsaid> unsaid(LocalDate today) {
        return unsaid(visits.rules(), today);
    }

    List<Unsaid> unsaid(BillingRules rules, LocalDate today) {
        return lists.leadersAndPayers(today.minusDays(DAYS_BACK)).stream()
                .filter(pair ->
                        rules.enrolled(pair.leader(), pair.payer(), pair.lastDay()) == BillingRules.Enrolled.UNKNOWN)
                .map(pair -> new Unsaid(
                        pair.leader().id(),
                        pair.leader().name().toString(),
                        pair.payer(),
                        pair.payerName(),
                        pair.firstDay(),
                        pair.claims()))
                .toList();
    }
}
