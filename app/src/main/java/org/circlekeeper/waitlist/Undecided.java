package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.practice.PractitionerId;
import org.springframework.stereotype.Component;

/** Who was screened and waits for a therapist's word. */
@Component
public class Undecided {

    private static final int MOST = 500;

    private final ScreenedStore screened;
    private final Clock clock;

    Undecided(ScreenedStore screened, Clock clock) {
        this.screened = screened;
        this.clock = clock;
    }

    /**
     * Those who wait for a seat in the kinds of groups that this person leads, whoever was screened first before the
     * rest; nobody for whoever decides nothing. One question to the database. At most 500.
     *
     * @param today the day on which it is asked whose the groups are
     */
    public List<Entry> of(SignedIn who, LocalDate today) {
        var practitioner = who.practitioner();
        return practitioner == null || !who.may(Permission.DECIDE_FIT)
                ? List.of()
                : screened.until(clock.instant(), MOST, new PractitionerId(practitioner), today).stream()
                        .filter(Entry::waitsForWord)
                        .toList();
    }
}
