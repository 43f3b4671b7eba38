package org.circlekeeper.coverage;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.coverage.AuthorizationRequest.Channel;
import org.circlekeeper.coverage.AuthorizationRequest.Sent;
import org.circlekeeper.database.Trial;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.x12.review.ReviewRequest;
import org.circlekeeper.x12.review.ReviewRequests;
import org.springframework.stereotype.Component;

/**
 * Sends requests for authorizations in a 278 file, one file a payer: state and letter commit together. A request that
 * no payer could read stays where it is, and the reason is told.
 */
@Component
public class ReviewFiles {

    static final String KIND = "278";

    private final Asking asking;
    private final AskingStore store;
    private final Packets packets;
    private final Authorizations authorizations;
    private final Coverages coverages;
    private final Charts charts;
    private final Patients patients;
    private final Payers payers;
    private final Practices practices;
    private final Outbox outbox;
    private final Trial trial;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewFiles(
            Asking asking,
            AskingStore store,
            Packets packets,
            Authorizations authorizations,
            Coverages coverages,
            Charts charts,
            Patients patients,
            Payers payers,
            Practices practices,
            Outbox outbox,
            Trial trial,
            AuditTrail audit,
            Clock clock) {
        this.asking = asking;
        this.store = store;
        this.packets = packets;
        this.authorizations = authorizations;
        this.coverages = coverages;
        this.charts = charts;
        this.patients = patients;
        this.payers = payers;
        this.practices = practices;
        this.outbox = outbox;
        this.trial = trial;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param file the name of the file; empty when there was nothing to write
     * @param reasons why the others stay to be asked
     */
    public record Outcome(String file, int written, List<String> reasons) {}

    /** Sends what this payer is to be asked. */
    public Outcome send(UUID payerId, Actor actor) {
        audit.hold();
        var payer = payers.all().stream()
                .filter(one -> one.id().equals(payerId))
                .findFirst()
                .orElseThrow();
        var practice = practices.current();
        var written = new ArrayList<AuthorizationRequest>();
        var forms = new ArrayList<ReviewRequest>();
        var reasons = new ArrayList<String>();
        for (var request : asking.open()) {
            if (request.status() == AskingStatus.TO_ASK && request.payer().equals(payerId)) {
                try {
                    forms.add(form(request, payer, practice));
                    written.add(request);
                } catch (IllegalArgumentException unreadable) {
                    reasons.add(String.valueOf(unreadable.getMessage()));
                }
            }
        }
        if (forms.isEmpty()) {
            return new Outcome("", 0, reasons);
        }
        var at = LocalDateTime.ofInstant(clock.instant(), practice.zone());
        long control = store.control();
        var name = name(practice, payer, at, control);
        var bytes = ReviewRequests.write(ReviewForm.envelope(practice, control, at, !trial.isLive()), forms);
        written.forEach(request -> asking.sent(request.id(), new Sent(Channel.FILE, clock.instant(), name, ""), actor));
        outbox.put(practice.id(), KIND, name, bytes, name);
        return new Outcome(name, written.size(), reasons);
    }

    private ReviewRequest form(AuthorizationRequest request, Payer payer, Practice practice) {
        packets.refusal(request.patient()).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        var today = practices.today();
        var extended = request.wanted().extended();
        var insurance = insurance(request);
        return ReviewForm.fill(new ReviewForm.Facts(
                request,
                extended == null
                        ? ""
                        : authorizations
                                .find(extended)
                                .map(Authorization::number)
                                .orElse(""),
                patients.find(request.patient()).orElseThrow(),
                insurance,
                charts.diagnoses(request.patient()).stream()
                        .filter(one -> one.days().includes(today))
                        .map(Charts.Diagnosis::code)
                        .distinct()
                        .limit(12)
                        .toList(),
                payer,
                practice));
    }

    /** The one that covers the first day asked for: it may have ended since, or not have begun yet. */
    private Coverage insurance(AuthorizationRequest request) {
        var first = request.wanted().days().first();
        var all = coverages.of(request.patient()).stream()
                .filter(one -> one.payer().equals(request.payer()))
                .toList();
        boolean later = all.stream().anyMatch(one -> one.days().first().isAfter(first));
        return all.stream()
                .filter(one -> one.days().includes(first))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        later
                                ? "The insurance with the payer begins after the first day asked for"
                                : "The insurance with the payer has ended"));
    }

    /** Says whose, for whom and when, and nothing of any patient. */
    private static String name(Practice practice, Payer payer, LocalDateTime at, long control) {
        return String.format(
                Locale.ROOT,
                "278-%s-%s-%tY%<tm%<td-%09d.edi",
                practice.npi(),
                payer.payerId().replaceAll("[^A-Za-z0-9]", "_"),
                at,
                control);
    }
}
