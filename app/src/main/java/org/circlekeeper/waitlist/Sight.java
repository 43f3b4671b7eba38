package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.CallScope;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.springframework.stereotype.Component;

/**
 * Who sees whose wish for a seat: the office all of them, a therapist those for the kinds of groups they lead or help
 * to lead.
 */
@Component
public class Sight implements CallScope {

    private final Caseloads caseloads;
    private final EntryStore entries;

    Sight(Caseloads caseloads, EntryStore entries) {
        this.caseloads = caseloads;
        this.entries = entries;
    }

    /** Whether a kind of group is theirs. */
    public Predicate<UUID> types(SignedIn who) {
        if (who.may(Permission.SEE_WHOLE_PRACTICE)) {
            return _ -> true;
        }
        return caseloads.groups(who).stream().map(Group::type).collect(toSet())::contains;
    }

    public Predicate<Entry> entries(SignedIn who) {
        var types = types(who);
        return entry -> types.test(entry.type());
    }

    /** Lets a person on to an entry, or refuses: alike whether there is such an entry or not. */
    public Entry open(SignedIn who, EntryId id) {
        return entries.find(id)
                .filter(entries(who))
                .orElseThrow(() -> NotYours.ofAnotherLeader(Permission.SEE_WAITLIST));
    }

    @Override
    public List<Call> own(SignedIn who, List<Call> calls) {
        var caseload = caseloads.of(who);
        var asked = calls.stream()
                .map(call -> call.whom().entry())
                .filter(Objects::nonNull)
                .collect(toSet());
        var mine = ownEntries(who, asked);
        return calls.stream()
                .filter(call -> {
                    var entry = call.whom().entry();
                    var patient = call.whom().patient();
                    return entry == null ? patient != null && caseload.sees(patient) : mine.contains(entry);
                })
                .toList();
    }

    @Override
    public Set<UUID> ownEntries(SignedIn who, Set<UUID> asked) {
        return entries.find(asked.stream().map(EntryId::new).toList()).stream()
                .filter(entries(who))
                .map(entry -> entry.id().value())
                .collect(toSet());
    }
}
