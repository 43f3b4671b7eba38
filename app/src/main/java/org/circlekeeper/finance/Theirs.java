package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.circlekeeper.scheduling.Session;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a member that an estimate is about: all of their seat, or those alone that they keep from their plan
 * while it pays for the others. Pure.
 *
 * @param selfPay why they pay for them themselves; null when they do not
 * @param keptAlone whether they are those alone that they keep
 */
record Theirs(@Nullable SelfPay selfPay, List<Session> sessions, boolean keptAlone) {

    Theirs {
        sessions = List.copyOf(sessions);
    }

    /**
     * Chooses.
     *
     * @param seat null of whoever has none: all sessions of the group are meant then
     * @param held those of the group that stand in the calendar and are held, in the order of time
     */
    static Theirs of(WhoPays who, SelfPayStore.@Nullable Seat seat, List<Session> held, LocalDate today) {
        if (seat == null) {
            return new Theirs(null, held, false);
        }
        var all = held.stream()
                .filter(session -> seat.includes(session.serviceDate()))
                .toList();
        var whole = selfPay(who, seat, null, today);
        var kept = all.stream()
                .filter(session -> !session.serviceDate().isBefore(today))
                .filter(session -> keptSince(who, seat, session) != null)
                .toList();
        var since = kept.stream()
                .map(session -> keptSince(who, seat, session))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
        return whole.isPresent() || since.isEmpty()
                ? new Theirs(whole.orElse(null), all, false)
                : new Theirs(selfPay(who, seat, since.get(), today).orElse(null), kept, true);
    }

    private static @Nullable LocalDate keptSince(WhoPays who, SelfPayStore.Seat seat, Session session) {
        return who.keptSince(seat.patient(), session.id().value());
    }

    private static Optional<SelfPay> selfPay(
            WhoPays who, SelfPayStore.Seat seat, @Nullable LocalDate keptSince, LocalDate today) {
        var day = seat.first().isAfter(today) ? seat.first() : today;
        return who.of(seat.patient(), day, seat.insured(), seat.endedOn(), keptSince);
    }
}
