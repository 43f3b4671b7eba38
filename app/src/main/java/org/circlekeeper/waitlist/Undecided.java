package org.circlekeeper.waitlist;

import java.time.Clock;
import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.springframework.stereotype.Component;

/** Who was screened and waits for a therapist's word. */
@Component
public class Undecided {

    private static final int MOST = 500;

    private final EntryStore entries;
    private final Sight sight;
    private final Clock clock;

    Undecided(EntryStore entries, Sight sight, Clock clock) {
        this.entries = entries;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * Those about whom this person may decide, whoever was screened first before the rest; nobody for whoever decides
     * nothing. At most 500.
     */
    public List<Entry> of(SignedIn who) {
        if (!who.may(Permission.DECIDE_FIT)) {
            return List.of();
        }
        var waiting = entries.screened(clock.instant(), MOST).stream()
                .filter(Entry::waitsForWord)
                .toList();
        // Mostly nobody waits, and then it need not be known what this person sees of whom.
        return waiting.isEmpty()
                ? waiting
                : waiting.stream().filter(sight.entries(who)).toList();
    }
}
