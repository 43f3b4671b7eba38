package org.circlekeeper.portal;

import java.time.LocalDate;
import org.circlekeeper.intake.OfAge;
import org.circlekeeper.patients.Patient;
import org.springframework.stereotype.Component;

/** The day on which a member is of age, by the rule of their state: from then on they sign for themselves. */
@Component
class DayOfAge implements OfAge {

    private final Proxies proxies;

    DayOfAge(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public LocalDate from(Patient member) {
        return proxies.rule(member).from(member.birthDate());
    }
}
