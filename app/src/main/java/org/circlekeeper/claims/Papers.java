package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * What is on file about one member whatever the visit, and which of it counts on a day. Pure.
 *
 * @param insurances by rank, within it the newest first
 * @param diagnoses by rank, within it the newest first
 * @param authorizations by the day on which they end
 */
record Papers(
        Visit.Member member,
        List<Insured> insurances,
        List<Diagnosed> diagnoses,
        List<Planned> plans,
        List<Granted> authorizations) {

    /** A claim takes so many (TR3 2300 HI). */
    private static final int MOST_DIAGNOSES = 12;

    Papers {
        insurances = List.copyOf(insurances);
        diagnoses = List.copyOf(diagnoses);
        plans = List.copyOf(plans);
        authorizations = List.copyOf(authorizations);
    }

    record Insured(LocalDate firstDay, Visit.Insurance insurance) {}

    record Diagnosed(
            String code, LocalDate firstDay, @Nullable LocalDate lastDay) {

        boolean on(LocalDate day) {
            return !firstDay.isAfter(day) && (lastDay == null || !lastDay.isBefore(day));
        }
    }

    record Planned(LocalDate firstDay, LocalDate lastDay) {}

    /** A prior authorization, and the visits that have a unit of it. */
    record Granted(
            UUID payer,
            ProcedureCode code,
            LocalDate firstDay,
            LocalDate lastDay,
            String number,
            int units,
            List<UUID> usedBy) {

        Granted {
            usedBy = List.copyOf(usedBy);
        }

        boolean covers(UUID asked, ProcedureCode service, LocalDate day) {
            return payer.equals(asked) && code.equals(service) && !firstDay.isAfter(day) && !lastDay.isBefore(day);
        }

        boolean isTakenBy(UUID encounter) {
            return usedBy.contains(encounter);
        }

        Visit.Authorized besides(UUID encounter) {
            long others =
                    usedBy.stream().filter(used -> !used.equals(encounter)).count();
            return new Visit.Authorized(number, units, (int) others, isTakenBy(encounter));
        }
    }

    /** What covers the day, or had ended last before it. */
    Optional<Visit.Insurance> insuranceOn(LocalDate day) {
        Visit.Insurance ended = null;
        for (var insured : insurances) {
            if (insured.firstDay.isAfter(day)) {
                continue;
            }
            if (insured.insurance.covers(day)) {
                return Optional.of(insured.insurance);
            }
            ended = ended == null ? insured.insurance : ended;
        }
        return Optional.ofNullable(ended);
    }

    /** A diagnosis that was recorded twice is told once. */
    List<String> diagnosesOn(LocalDate day) {
        return diagnoses.stream()
                .filter(diagnosed -> diagnosed.on(day))
                .map(Diagnosed::code)
                .distinct()
                .limit(MOST_DIAGNOSES)
                .toList();
    }

    /** The first day of the earliest treatment plan that has not ended by the day. */
    Optional<LocalDate> planFrom(LocalDate day) {
        return plans.stream()
                .filter(plan -> !plan.lastDay.isBefore(day))
                .map(Planned::firstDay)
                .min(Comparator.naturalOrder());
    }

    /** The one of which the visit has a unit; for one that has none, whatever covers the day. */
    Optional<Visit.Authorized> authorizationFor(Visit.Insurance insurance, Visit.Meeting meeting, UUID encounter) {
        return authorizations.stream()
                .filter(granted -> granted.covers(insurance.payer(), meeting.code(), meeting.day()))
                .min(Comparator.comparing(granted -> !granted.isTakenBy(encounter)))
                .map(granted -> granted.besides(encounter));
    }
}
