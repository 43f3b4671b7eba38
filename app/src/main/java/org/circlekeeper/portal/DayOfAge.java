package org.circlekeeper.portal;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.circlekeeper.intake.OfAge;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/**
 * The day from which a member signs for themselves: when they are of age by the rule of their state, or the earlier one
 * on which they consented to care of their own.
 */
@Component
class DayOfAge implements OfAge {

    private final AgeRules rules;
    private final OwnCareStore cares;

    DayOfAge(AgeRules rules, OwnCareStore cares) {
        this.rules = rules;
        this.cares = cares;
    }

    @Override
    public Map<PatientId, LocalDate> byYears(Collection<Patient> members) {
        var ages = rules.of(members);
        return members.stream()
                .distinct()
                .collect(toMap(
                        Patient::id,
                        member -> Objects.requireNonNull(ages.get(member.id())).from(member.birthDate())));
    }

    @Override
    public Map<PatientId, LocalDate> from(Collection<Patient> members) {
        var ages = byYears(members);
        var own = cares.standing().stream().collect(toMap(OwnCare::member, OwnCare::from));
        return members.stream().distinct().collect(toMap(Patient::id, member -> {
            var age = Objects.requireNonNull(ages.get(member.id()));
            var consented = own.getOrDefault(member.id(), age);
            return consented.isBefore(age) ? consented : age;
        }));
    }
}
