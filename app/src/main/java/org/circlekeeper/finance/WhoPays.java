package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for visits themselves, by what was said and agreed up to a day. Pure.
 *
 * @param kept the sessions that members keep from their plan, each with the day on which they asked for it
 */
record WhoPays(
        Map<PatientId, Agreements> agreements,
        Map<PatientId, List<EstimateStore.Asked>> asked,
        Map<PatientId, Map<UUID, LocalDate>> kept,
        Charges charges) {

    /** @param keptSince when they asked to keep the sessions from their plan that it is about; null of others */
    Optional<SelfPay> of(
            PatientId patient,
            LocalDate day,
            List<InForce> insured,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate keptSince) {
        var claims = asked.getOrDefault(patient, List.of()).stream()
                .map(one -> new SelfPay.Claim(one.on(), one.claimWanted()))
                .toList();
        return SelfPay.of(new SelfPay.Known(day, insured, endedOn, keptSince, claims, agreements(patient)));
    }

    private Agreements agreements(PatientId patient) {
        return agreements.getOrDefault(patient, Agreements.NONE);
    }

    /**
     * The last day on which they asked for a group, no claim is to be filed, and none of these estimates answered it.
     */
    Optional<LocalDate> openQuestion(PatientId patient, GroupId group, List<Estimate> given) {
        return asked.getOrDefault(patient, List.of()).stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .filter(one -> !one.claimWanted())
                .map(EstimateStore.Asked::on)
                .filter(on -> given.stream()
                        .noneMatch(one ->
                                one.givenOn().filter(day -> !day.isBefore(on)).isPresent()));
    }

    /** When they asked to keep a session from their plan; null of one that they do not keep. */
    @Nullable
    LocalDate keptSince(PatientId patient, UUID session) {
        return kept.getOrDefault(patient, Map.of()).get(session);
    }

    Optional<Money> fee(PatientId patient, LocalDate day, Group group, List<InForce> insured) {
        return AgreedFee.on(day, group, insured, agreements(patient), charges);
    }

    /**
     * What visits of one member in a group cost them; those that a plan was to pay for on their day cost nothing here.
     */
    Money charged(Group group, List<SelfPayStore.Visit> visits) {
        return visits.stream()
                .filter(visit -> of(
                                visit.patient(),
                                visit.day(),
                                visit.insured(),
                                null,
                                keptSince(visit.patient(), visit.session()))
                        .isPresent())
                .map(visit -> fee(visit.patient(), visit.day(), group, visit.insured())
                        .orElse(Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
    }
}
