package org.circlekeeper.x12.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.circlekeeper.terms.ProcedureCode;
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

    private static final String GROUP_THERAPY = ProcedureCode.GROUP_PSYCHOTHERAPY.value();

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

    /**
     * Visits asked for or certified: of the event, or else of the first service that tells. Of an answer that
     * certifies, those services alone count that are certified, and those for the same procedure together.
     */
    public @Nullable BigDecimal units() {
        var ofEvent = event.units();
        if (ofEvent != null) {
            return ofEvent;
        }
        var told = told(Reviewed::units);
        return certifies()
                ? told.reduce(BigDecimal::add).orElse(null)
                : told.findFirst().orElse(null);
    }

    public @Nullable LocalDate from() {
        var ofEvent = event.from();
        var told = told(Reviewed::from);
        return ofEvent != null
                ? ofEvent
                : (certifies() ? told.sorted() : told).findFirst().orElse(null);
    }

    public @Nullable LocalDate to() {
        var ofEvent = event.to();
        var told = told(Reviewed::to);
        return ofEvent != null
                ? ofEvent
                : (certifies() ? told.sorted(Comparator.reverseOrder()) : told)
                        .findFirst()
                        .orElse(null);
    }

    private String review() {
        var number = event.number();
        return !number.isEmpty()
                ? number
                : counting().stream()
                        .map(Reviewed::number)
                        .filter(one -> !one.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private <T> Stream<T> told(Function<Reviewed, @Nullable T> read) {
        return counting().stream().map(read).flatMap(Stream::ofNullable);
    }

    private boolean certifies() {
        var decision = decision();
        return answer && decision != null && decision.certifies();
    }

    /** The services that say what is held: of an answer that certifies, those of one procedure that it certifies. */
    private List<Reviewed> counting() {
        if (!certifies()) {
            return services;
        }
        var ofEvent = event.decision();
        boolean wholly = ofEvent != null && ofEvent.certifies();
        var certified = services.stream()
                .filter(service -> {
                    var decision = service.decision();
                    return decision == null ? wholly : decision.certifies();
                })
                .toList();
        var procedure = certified.stream()
                .map(Reviewed::procedure)
                .filter(GROUP_THERAPY::equals)
                .findFirst()
                .orElse(certified.isEmpty() ? "" : certified.getFirst().procedure());
        return certified.stream()
                .filter(service -> service.procedure().equals(procedure))
                .toList();
    }
}
