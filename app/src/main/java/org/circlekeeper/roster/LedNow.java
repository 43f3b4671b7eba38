package org.circlekeeper.roster;

import java.util.Set;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.springframework.stereotype.Component;

/** Which groups somebody leads or helps to lead today; what they led before is {@link Caseloads}' to say. */
@Component
public class LedNow {

    private final LeaderStore leaders;
    private final Practices practices;

    LedNow(LeaderStore leaders, Practices practices) {
        this.leaders = leaders;
        this.practices = practices;
    }

    /** None for whoever is no practitioner. */
    public Set<GroupId> of(SignedIn who) {
        var practitioner = who.practitioner();
        return practitioner == null
                ? Set.of()
                : Set.copyOf(leaders.led(new PractitionerId(practitioner), practices.today()));
    }
}
