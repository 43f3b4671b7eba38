package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toMap;
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
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.springframework.stereotype.Component;

/**
 * Who sees whose wish for a seat: the office all of them, a therapist those for the kinds of groups they lead or help
 * to lead.
 */
@Component
public class Sight implements CallScope {

    private final Caseloads caseloads;
    private final EntryStore entries;
    private final Groups groups;

    Sight(Caseloads caseloads, EntryStore entries, Groups groups) {
        this.caseloads = caseloads;
        this.entries = entries;
        this.groups = groups;
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
    public List<Wish> wishes(SignedIn who, PatientId patient) {
        var open = entries.of(patient).stream()
                .filter(entry -> !entry.status().isClosed())
                .filter(entries(who))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        var names = groups.types().stream().collect(toMap(Groups.Type::id, Groups.Type::name));
        return open.stream()
                .map(entry -> new Wish(entry.whom(), names.getOrDefault(entry.type(), "a seat")))
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
