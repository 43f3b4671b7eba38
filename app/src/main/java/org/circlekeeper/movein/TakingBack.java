package org.circlekeeper.movein;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.SeriesId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.stereotype.Component;

/** Takes back what an import added, last things first. Leaders and payers stay: they are the practice's own. */
@Component
class TakingBack {

    static final String WHY = "import undone";
    private static final int MOST_NAMED = 3;

    private final ImportStore store;
    private final RowStore rows;
    private final Patients patients;
    private final Coverages coverages;
    private final Consents consents;
    private final Charts charts;
    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Encounters encounters;
    private final Restrictions restrictions;
    private final List<UndoCheck> checks;
    private final AuditTrail audit;
    private final Clock clock;

    TakingBack(
            ImportStore store,
            RowStore rows,
            Patients patients,
            Coverages coverages,
            Consents consents,
            Charts charts,
            Groups groups,
            Rosters rosters,
            Sessions sessions,
            Encounters encounters,
            Restrictions restrictions,
            List<UndoCheck> checks,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.patients = patients;
        this.coverages = coverages;
        this.consents = consents;
        this.charts = charts;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.encounters = encounters;
        this.restrictions = restrictions;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    Undone undo(UUID id, Actor actor) {
        store.lock();
        encounters.holdAll();
        audit.hold();
        var past = store.find(id).orElse(null);
        if (past == null) {
            return new Undone.NotPossible(
                    "There is no import " + id + " here. The list of imports shows which can " + "be undone.");
        }
        if (past.undoneAt() != null) {
            return new Undone.NotPossible("This import was undone before.");
        }
        var objection = objection(past);
        return objection.isEmpty() ? remove(past, actor) : new Undone.NotPossible(objection);
    }

    private String objection(PastImport past) {
        if (!past.undoable()) {
            return "This import also changed what was here before, and that cannot be taken back.";
        }
        boolean followed = store.history(1000).stream()
                .takeWhile(other -> !other.id().equals(past.id()))
                .anyMatch(other -> other.undoneAt() == null && other.imported() > 0);
        if (followed) {
            return "A later import builds on this one. Undo that one first.";
        }
        var touched = sessions(past.id());
        var gone = checks.stream()
                .flatMap(check -> check.objection(touched).stream())
                .findFirst();
        if (gone.isPresent()) {
            return gone.get();
        }
        var worked = workedOn(past, touched);
        return worked.isEmpty()
                ? ""
                : "Since this import " + String.join("; ", worked)
                        + ". What was worked on here stays; change what is wrong by hand.";
    }

    /** What somebody did here to what the import brought, each in a few words. */
    private List<String> workedOn(PastImport past, List<SessionId> touched) {
        var worked = new ArrayList<String>();
        var changed = patients.byId(patients.workedOn(patients(past.id()))).values().stream()
                .map(patient -> patient.externalId() == null ? "one" : patient.externalId())
                .toList();
        tell(worked, changed, "the member %s was changed", "the members %s were changed");
        var groupIds = ids(past.id(), Added.GROUP).map(GroupId::new).toList();
        var renamed = new HashSet<>(groups.workedOn(groupIds));
        tell(
                worked,
                groups.all().stream()
                        .filter(group -> renamed.contains(group.id()))
                        .map(Group::name)
                        .toList(),
                "the group %s was changed",
                "the groups %s were changed");
        if (!rosters.workedOn(
                        ids(past.id(), Added.MEMBERSHIP).map(MembershipId::new).toList())
                .isEmpty()) {
            worked.add("a membership was ended");
        }
        var sheets = store.markedSince(touched.stream().map(SessionId::value).toList(), past.at());
        tell(worked, sheets, "the sheet of %s was marked", "the sheets of %s were marked");
        if (charts.signedNotes(touched).stream().anyMatch(note -> !note.attested())) {
            worked.add("a note was signed");
        }
        return worked;
    }

    private static void tell(List<String> worked, List<String> what, String one, String many) {
        if (!what.isEmpty()) {
            var named = String.join(", ", what.subList(0, Math.min(MOST_NAMED, what.size())))
                    + (what.size() > MOST_NAMED ? " and " + (what.size() - MOST_NAMED) + " more" : "");
            worked.add((what.size() == 1 ? one : many).formatted(named));
        }
    }

    private Undone remove(PastImport past, Actor actor) {
        var id = past.id();
        var touched = sessions(id);
        var added = patients(id);
        checks.forEach(check -> check.letGo(touched, actor));
        restrictions.takeBack(touched);
        charts.takeBack(added, touched);
        encounters.takeBack(touched, actor);
        sessions.takeBack(
                ids(id, Added.SESSION).map(SessionId::new).toList(),
                ids(id, Added.SERIES).map(SeriesId::new).toList());
        rosters.takeBack(ids(id, Added.MEMBERSHIP).map(MembershipId::new).toList());
        groups.takeBackPart2(ids(id, Added.PART2).map(GroupId::new).toList());
        groups.takeBack(ids(id, Added.GROUP).map(GroupId::new).toList());
        consents.takeBack(ids(id, Added.CONSENT).toList());
        coverages.takeBack(ids(id, Added.COVERAGE).toList(), actor);
        if (!added.isEmpty()) {
            patients.takeBack(added, actor, WHY);
        }
        int gone = rows.forget(id);
        store.forgetAdded(id);
        store.undone(id, clock.instant(), actor.label());
        audit.did(actor, "undid an import", "import " + id, gone + " rows taken back");
        return new Undone.TakenBack(gone);
    }

    private List<PatientId> patients(UUID id) {
        return ids(id, Added.PATIENT).map(PatientId::new).toList();
    }

    /** Sessions that it added, and planned ones whose sheets it filled. */
    private List<SessionId> sessions(UUID id) {
        return Stream.concat(ids(id, Added.SESSION), ids(id, Added.SEATS))
                .map(SessionId::new)
                .toList();
    }

    private Stream<UUID> ids(UUID id, Added what) {
        return store.added(id, what).stream();
    }
}
