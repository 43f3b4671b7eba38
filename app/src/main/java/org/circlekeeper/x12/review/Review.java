package org.circlekeeper.x12.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.NamedPerson;
import org.jspecify.annotations.Nullable;

/**
 * A request for an authorization or what a payer answers to it (278, 005010X217), about one event of one patient.
 *
 * @param answer BHT02 11; a request has 13
 * @param reference BHT03, the same in both
 * @param traces TRN02 of the event: those that repeat ours (TRN01 2) first
 * @param provider loop 2010B, who asks
 * @param dependent null when the subscriber is the patient
 * @param event loop 2000E; empty when the request failed above it
 * @param services loop 2000F, one each
 */
public record Review(
        boolean answer,
        String reference,
        List<String> traces,
        NamedParty payer,
        NamedParty provider,
        NamedPerson subscriber,
        @Nullable NamedPerson dependent,
        Reviewed event,
        List<Reviewed> services,
        List<Rejection> rejections) {

    public Review {
        traces = List.copyOf(traces);
        services = List.copyOf(services);
        rejections = List.copyOf(rejections);
    }

    public NamedPerson patient() {
        return dependent == null ? subscriber : dependent;
    }

    /**
     * The payer's word on the event, or what its words on the services come to. A request that was not looked at is
     * rejected. Null in a request, and where the payer has not a word.
     */
    public @Nullable Decision decision() {
        if (event.decision() != null) {
            return event.decision();
        }
        var decided = services.stream()
                .map(Reviewed::decision)
                .filter(Objects::nonNull)
                .toList();
        var ofServices = Decision.ofAll(decided);
        boolean failed = rejections.stream().anyMatch(rejection -> ofServices == null || !rejection.isOfOneService());
        return answer && failed ? Decision.REJECTED : ofServices;
    }

    /** The number of the authorization (HCR02), which goes on the claim as REF G1; empty without one. */
    public String number() {
        var decision = decision();
        boolean held = decision != null && (decision.certifies() || decision == Decision.NOT_REQUIRED);
        return held ? review() : "";
    }

    /** What the payer calls a request that is not certified, such as one that is pended; empty without. */
    public String payerReference() {
        return number().isEmpty() ? review() : "";
    }

    /** Visits asked for or certified: of the event, or else of the first service that tells. */
    public @Nullable BigDecimal units() {
        return told(Reviewed::units);
    }

    public @Nullable LocalDate from() {
        return told(Reviewed::from);
    }

    public @Nullable LocalDate to() {
        return told(Reviewed::to);
    }

    private String review() {
        var number = event.number();
        return !number.isEmpty()
                ? number
                : services.stream()
                        .map(Reviewed::number)
                        .filter(one -> !one.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private <T> @Nullable T told(Function<Reviewed, @Nullable T> read) {
        var ofEvent = read.apply(event);
        if (ofEvent != null) {
            return ofEvent;
        }
        for (var service : services) {
            var ofService = read.apply(service);
            if (ofService != null) {
                return ofService;
            }
        }
        return null;
    }
}
