package org.circlekeeper.calls;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** Who sees which calls, and what was said: the office all of it, anybody else what a {@link CallScope} gives them. */
@Component
public class CallSight {

    private final List<CallScope> scopes;
    private final ContactStore contacts;

    CallSight(List<CallScope> scopes, ContactStore contacts) {
        this.scopes = scopes;
        this.contacts = contacts;
    }

    /** Those of these calls that are theirs. */
    public List<Call> of(SignedIn who, List<Call> calls) {
        if (who.may(Permission.SEE_WHOLE_PRACTICE)) {
            return calls;
        }
        var own = scopes.stream()
                .flatMap(scope -> scope.own(who, calls).stream())
                .map(Call::id)
                .collect(toSet());
        return calls.stream().filter(call -> own.contains(call.id())).toList();
    }

    /** What a patient waits for, as far as whoever looks may see it. */
    public List<CallScope.Wish> wishes(SignedIn who, PatientId patient) {
        return scopes.stream()
                .flatMap(scope -> scope.wishes(who, patient).stream())
                .toList();
    }

    /**
     * What was said with a patient, newest first, at most 200 lines; without what was said about a wish for a seat that
     * is not theirs to see. Whether they may see the patient at all is asked before.
     */
    public List<Contact> log(SignedIn who, PatientId patient) {
        var kept = contacts.kept(patient);
        if (who.may(Permission.SEE_WHOLE_PRACTICE)) {
            return kept.stream().map(ContactStore.Kept::contact).toList();
        }
        var asked = kept.stream()
                .map(ContactStore.Kept::entry)
                .filter(Objects::nonNull)
                .collect(toSet());
        var own = scopes.stream()
                .flatMap(scope -> scope.ownEntries(who, asked).stream())
                .collect(toSet());
        return kept.stream()
                .filter(line -> line.entry() == null || own.contains(line.entry()))
                .map(ContactStore.Kept::contact)
                .toList();
    }
}
