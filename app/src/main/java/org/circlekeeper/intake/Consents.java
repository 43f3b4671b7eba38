package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Consents of the practice in scope. Today: the one that 42 CFR 2.31 asks for before a payer is told. */
@Component
public class Consents {

    private final ConsentStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(ConsentStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A consent to disclose Part 2 records for payment, kept as the paper or file that {@code keptIn} names. */
    public record Part2Consent(
            UUID id,
            PatientId patient,
            LocalDate signedOn,
            @Nullable LocalDate expiresOn,
            @Nullable Revoked revoked,
            String keptIn) {

        private static final Pattern AS_PAPER = Pattern.compile("here, as paper ([0-9a-f-]{36})");

        /**
         * It was revoked.
         *
         * @param by whose word it was
         * @param why how and when they said so
         */
        public record Revoked(LocalDate on, String by, String why) {}

        /** How one is said to be kept that was given by this paper. */
        static String asPaper(PaperId paper) {
            return "here, as paper " + paper;
        }

        /** The paper by which it was given here; empty for one that was recorded by hand. */
        public Optional<PaperId> paper() {
            var named = AS_PAPER.matcher(keptIn);
            return named.matches() ? Optional.of(new PaperId(UUID.fromString(named.group(1)))) : Optional.empty();
        }

        public @Nullable LocalDate revokedOn() {
            return revoked == null ? null : revoked.on();
        }

        /** Whether a service of that day may be disclosed today. */
        public boolean covers(LocalDate today) {
            return !signedOn.isAfter(today)
                    && (expiresOn == null || !expiresOn.isBefore(today))
                    && (revoked == null || revoked.on().isAfter(today));
        }
    }

    public List<Part2Consent> part2(PatientId patient) {
        return store.part2(patient);
    }

    public UUID recordPart2(
            PatientId patient, LocalDate signedOn, @Nullable LocalDate expiresOn, String keptIn, Actor actor) {
        var id = NewId.at(clock.instant());
        store.add(new Part2Consent(id, patient, signedOn, expiresOn, null, keptIn), actor.label(), clock.instant());
        audit.did(actor, "recorded a consent", "patient " + patient, List.of(patient.value()), "42 CFR 2.31");
        return id;
    }

    /** It is over, and nobody says more about it than who wrote that down. */
    public void revokePart2(UUID id, LocalDate on, Actor actor) {
        revokePart2(id, new Part2Consent.Revoked(on, actor.label(), ""), actor);
    }

    /** The same, on somebody's word (42 CFR 2.31(a)(6)). One that was given by a paper is taken back with its paper. */
    public void revokePart2(UUID id, Part2Consent.Revoked revoked, Actor actor) {
        store.revoke(id, revoked)
                .ifPresent(patient -> audit.did(
                        actor,
                        "revoked a consent",
                        "consent " + id,
                        List.of(patient.value()),
                        "42 CFR 2.31(a)(6), from " + revoked.on()));
    }

    /** Takes back consents that an import added. */
    public void takeBack(Collection<UUID> ids) {
        store.remove(ids);
    }
}
