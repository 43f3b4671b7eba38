package org.circlekeeper.waitlist;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/**
 * Says, when somebody is to be seated by whatever way, that the therapist has not decided or decided otherwise. Whoever
 * sits, sat or is to sit in a group of the kind was admitted to it: an import's members, and those who go on in a next
 * cycle or change groups.
 */
@Component
class ScreeningCheck implements AdmissionCheck {

    private final EntryStore entries;
    private final ScreeningStore screening;
    private final ScreenedStore screened;
    private final Groups groups;
    private final Clock clock;

    ScreeningCheck(EntryStore entries, ScreeningStore screening, ScreenedStore screened, Groups groups, Clock clock) {
        this.entries = entries;
        this.screening = screening;
        this.screened = screened;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public List<Finding> assess(Admission asked) {
        var group = groups.find(asked.group()).orElseThrow();
        var ofKind = entries.of(asked.patient()).stream()
                .filter(entry -> entry.type().equals(group.type()))
                .toList();
        boolean screens = groups.type(group.type()).map(Groups.Type::screened).orElse(true);
        var standing = ofKind.stream()
                .filter(entry -> !entry.status().isClosed() || entry.status() == WaitStatus.NOT_FIT)
                .findFirst();
        if (standing.isPresent()) {
            return standing(standing.get(), group.id(), screens).stream().toList();
        }
        boolean settled =
                ofKind.stream().anyMatch(Entry::fits) || !screens || screened.hasSeat(asked.patient(), group.type());
        return settled ? List.of() : List.of(unscreened(asked, group));
    }

    private Finding unscreened(Admission asked, Group group) {
        return new Finding(
                "not-screened",
                Finding.Weight.HOLDS,
                Because.of(
                        "No therapist has decided whether they fit a group of this kind, " + group.typeName() + ".",
                        new Evidence("Their record.", "/patients/" + asked.patient(), clock.instant())),
                "Put them on the waitlist and ask the therapist.",
                "this practice");
    }

    /** Where nobody is screened, only what a therapist did say counts. */
    private Optional<Finding> standing(Entry entry, GroupId group, boolean screens) {
        if (!entry.fits()) {
            return screens || entry.status() == WaitStatus.NOT_FIT ? Optional.of(undecided(entry)) : Optional.empty();
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
