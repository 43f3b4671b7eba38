package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.springframework.stereotype.Component;

/** Gathers everything that stands against changes of the calendar, as sentences with their remedies. */
@Component
class Against {

    private final SessionStore sessions;
    private final AppointmentStore appointments;
    private final SessionLedger ledger;
    private final ClashWords clashes;
    private final MemberClashes members;
    private final Groups groups;
    private final List<ChangeCheck> checks;
    private final Clock clock;

    Against(
            SessionStore sessions,
            AppointmentStore appointments,
            SessionLedger ledger,
            ClashWords clashes,
            MemberClashes members,
            Groups groups,
            List<ChangeCheck> checks,
            Clock clock) {
        this.sessions = sessions;
        this.appointments = appointments;
        this.ledger = ledger;
        this.clashes = clashes;
        this.members = members;
        this.groups = groups;
        this.checks = checks;
        this.clock = clock;
    }

    List<String> these(Edits edits, ChangeWords.Names names) {
        var asked = new Objections.Asked(
                edits,
                groups.all().stream().collect(toMap(Group::id, group -> group)),
                kept(edits.sessions().stream().map(edit -> edit.after().id()).toList()),
                clock.instant());
        var against = new ArrayList<>(Objections.against(asked, names));
        against.addAll(overtaken(edits, names));
        var after = Stream.concat(
                        ledger.held(edits.sessions()).stream(), AppointmentLedger.held(edits.appointments()).stream())
                .toList();
        clashes.against(after, edits.holders()).ifPresent(against::add);
        clashes.among(after).ifPresent(against::add);
        against.addAll(members.against(edits));
        return against;
    }

    /** What does not stand against them and is to be known before they are made. */
    List<String> toConfirm(Edits edits) {
        return members.toConfirm(edits);
    }

    /** What somebody else has changed while the person looked at it. */
    private List<String> overtaken(Edits edits, ChangeWords.Names names) {
        var now = sessions.byId(
                edits.sessions().stream().map(edit -> edit.after().id()).toList());
        var overtaken = new ArrayList<String>();
        edits.sessions().stream()
                .map(Edit::before)
                .filter(before -> before != null && !before.equals(now.get(before.id())))
                .forEach(before -> overtaken.add(names.session(before)));
        var alone = appointments
                .byId(edits.appointments().stream()
                        .map(edit -> edit.after().id())
                        .toList())
                .stream()
                .collect(toMap(Appointment::id, one -> one));
        edits.appointments().stream()
                .map(AppointmentEdit::before)
                .filter(before -> !before.equals(alone.get(before.id())))
                .forEach(before -> overtaken.add(names.appointment(before)));
        return overtaken.stream()
                .map(which -> which + " was changed meanwhile. Look at it again.")
                .toList();
    }

    /** Comes before the lock of bookings, as everywhere: whoever writes on a sheet wants no booking. */
    void hold() {
        checks.forEach(ChangeCheck::hold);
    }

    /** What the features above say against changing these. */
    Map<SessionId, String> kept(Collection<SessionId> ids) {
        var kept = new HashMap<SessionId, String>();
        checks.forEach(check -> check.against(ids).forEach(kept::putIfAbsent));
        return kept;
    }
}
