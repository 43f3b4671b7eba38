package org.circlekeeper.waitlist;

import java.time.Clock;
import java.util.List;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/** Says, when somebody is to be seated by whatever way, that the therapist has not decided or decided otherwise. */
@Component
class ScreeningCheck implements AdmissionCheck {

    private final EntryStore entries;
    private final Groups groups;
    private final Clock clock;

    ScreeningCheck(EntryStore entries, Groups groups, Clock clock) {
        this.entries = entries;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public List<Finding> assess(Admission asked) {
        var group = groups.find(asked.group()).orElseThrow();
        return entries.of(asked.patient()).stream()
                .filter(entry -> entry.type().equals(group.type()))
                .filter(entry -> !entry.status().isClosed() || entry.status() == WaitStatus.NOT_FIT)
                .limit(1)
                .filter(entry -> !entry.fits())
                .map(this::undecided)
                .toList();
    }

    private Finding undecided(Entry entry) {
        boolean otherwise = entry.status() == WaitStatus.NOT_FIT;
        return new Finding(
                otherwise ? "not-this-group" : "fit-undecided",
                Finding.Weight.HOLDS,
                Because.of(
                        otherwise
                                ? "A therapist said: another group."
                                : "They wait for a group of this kind, and no therapist has said that they fit.",
                        new Evidence("The entry on the waitlist.", entry.href(), clock.instant())),
                otherwise ? "Look for another group with them." : "Ask the therapist.",
                "this practice");
    }
}
