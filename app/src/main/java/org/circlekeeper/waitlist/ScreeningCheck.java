package org.circlekeeper.waitlist;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/** Says, when somebody is to be seated by whatever way, that the therapist has not decided or decided otherwise. */
@Component
class ScreeningCheck implements AdmissionCheck {

    private final EntryStore entries;
    private final ScreeningStore screening;
    private final Groups groups;
    private final Clock clock;

    ScreeningCheck(EntryStore entries, ScreeningStore screening, Groups groups, Clock clock) {
        this.entries = entries;
        this.screening = screening;
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
                .flatMap(entry -> standing(entry, group.id()).stream())
                .toList();
    }

    private Optional<Finding> standing(Entry entry, GroupId group) {
        if (!entry.fits()) {
            return Optional.of(undecided(entry));
        }
        var named = screening.fitIn(entry.id());
        return named.isEmpty() || named.contains(group) ? Optional.empty() : Optional.of(another(entry));
    }

    private Finding another(Entry entry) {
        return new Finding(
                "fits-another-group",
                Finding.Weight.HOLDS,
                Because.of(
                        "A therapist named groups of this kind in which they fit, and not this one.",
                        new Evidence("The entry on the waitlist.", entry.href(), clock.instant())),
                "Give them a seat in a group that was named, or ask the therapist.",
                "this practice");
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
