package org.circlekeeper.coverage;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * What payers were asked before, so that nobody asks them the same again. Of itself nothing is asked while a request is
 * open, nor after the payer has denied it or wants none, nor after somebody has withdrawn it: the appeal, or another
 * request, is a person's choice. That ends with the days that were asked for, and with a new authorization. Pure.
 */
public final class AskedBefore {

    private static final Set<AskingStatus> SETTLED =
            Set.of(AskingStatus.DENIED, AskingStatus.APPEALED, AskingStatus.NOT_NEEDED, AskingStatus.WITHDRAWN);

    private final Map<What, List<AuthorizationRequest>> requests;

    /** @param requests of any members, the latest first */
    public AskedBefore(Collection<AuthorizationRequest> requests) {
        this.requests = requests.stream()
                .collect(groupingBy(
                        one -> new What(one.patient(), one.payer(), one.wanted().code())));
    }

    private record What(PatientId patient, UUID payer, ProcedureCode code) {}

    /** The one that keeps the payer from being asked again without a person; empty when nothing does. */
    public Optional<AuthorizationRequest> instead(AuthorizedCare care) {
        return open(care).or(() -> settled(care));
    }

    /** The one about which somebody has something to do; one that is to be asked, or that was, before an appeal. */
    public Optional<AuthorizationRequest> open(AuthorizedCare care) {
        return of(care).stream()
                .filter(one -> one.status().isOpen())
                .min(Comparator.comparing(one -> one.status() == AskingStatus.APPEALED));
    }

    private Optional<AuthorizationRequest> settled(AuthorizedCare care) {
        return of(care).stream()
                .findFirst()
                .filter(one -> SETTLED.contains(one.status()))
                .filter(one -> isOfTheDays(one, care.burnDown().without()) && isNewest(one, care));
    }

    private static boolean isOfTheDays(AuthorizationRequest one, @Nullable LocalDate day) {
        return day != null && one.wanted().days().includes(day);
    }

    /** Whether no other authorization has come since it was made. */
    private static boolean isNewest(AuthorizationRequest one, AuthorizedCare care) {
        return care.authorizations().stream()
                .max(Comparator.comparing(Authorization::lastDay))
                .map(Authorization::id)
                .filter(newest -> !Objects.equals(newest, one.wanted().extended()))
                .isEmpty();
    }

    private List<AuthorizationRequest> of(AuthorizedCare care) {
        return requests.getOrDefault(new What(care.patient(), care.payer(), care.code()), List.of());
    }
}
