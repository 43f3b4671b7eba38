package org.circlekeeper.attendance.web;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.Announcement;
import org.circlekeeper.attendance.Announcements;
import org.circlekeeper.attendance.ClosingPreview;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.LetIns;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Seat;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.attendance.SizeLine;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a session shows, one question for each panel. */
@Component
class SheetPages {

    private final SheetDoor door;
    private final Encounters encounters;
    private final LetIns letIns;
    private final Announcements announcements;
    private final Groups groups;
    private final Sessions sessions;
    private final Practices practices;
    private final PracticeRules rules;
    private final Payers payers;
    private final Coverages coverages;
    private final Charts charts;
    private final List<ClosingPreview> previews;
    private final AuditTrail audit;
    private final Clock clock;

    SheetPages(
            SheetDoor door,
            Encounters encounters,
            LetIns letIns,
            Announcements announcements,
            Groups groups,
            Sessions sessions,
            Practices practices,
            PracticeRules rules,
            Payers payers,
            Coverages coverages,
            Charts charts,
            List<ClosingPreview> previews,
            AuditTrail audit,
            Clock clock) {
        this.door = door;
        this.encounters = encounters;
        this.letIns = letIns;
        this.announcements = announcements;
        this.groups = groups;
        this.sessions = sessions;
        this.practices = practices;
        this.rules = rules;
        this.payers = payers;
        this.coverages = coverages;
        this.charts = charts;
        this.previews = previews;
        this.audit = audit;
        this.clock = clock;
    }

    ZoneId zone() {
        return practices.current().zone();
    }

    boolean hasBegun(Session session) {
        return !session.startsAt().isAfter(clock.instant());
    }

    boolean hasEnded(Session session) {
        return session.hasEnded(clock.instant());
    }

    SheetPage page(Sheet sheet, SignedIn who, Filled form) {
        var session = sheet.session();
        var zone = zone();
        var group = groups.find(session.group()).orElseThrow();
        noteShown(sheet, who);
        return new SheetPage(
                session.id(),
                group,
                when(session, zone),
                leader(session),
                stage(sheet),
                session.reason(),
                rows(sheet, zone),
                notExpected(sheet, who),
                ring(sheet),
                size(sheet),
                hasBegun(session) ? MarkButton.ALL : MarkButton.BEFOREHAND,
                SheetDoor.mayMark(who, session),
                session.leader().value().equals(who.practitioner()) && who.may(Permission.SIGN_NOTES),
                who.may(Permission.KEEP_GROUPS),
                door.seesGroup(who, group.id()),
                sheet.closed() == null
                        ? ""
                        : "Closed by " + sheet.closed().by() + ", "
                                + Words.moment(sheet.closed().at(), zone) + ".",
                summary(sheet, who),
                encounters.lastMark(session.id()).map(Instant::toString).orElse(""),
                form);
    }

    /** Those who are not on the sheet; whoever looks is noted as having seen them. */
    private List<LetIns.NotExpected> notExpected(Sheet sheet, SignedIn who) {
        var session = sheet.session();
        if (sheet.closed() != null || session.status() != Session.Status.PLANNED) {
            return List.of();
        }
        var missing = letIns.notExpected(session.id());
        if (!missing.isEmpty()) {
            audit.shown(
                    who.actor(),
                    "members whose papers are missing",
                    missing.stream().map(one -> one.patient().value()).toList(),
                    "session " + session.id());
        }
        return missing;
    }

    private List<String> summary(Sheet sheet, SignedIn who) {
        boolean leads = sheet.session().leader().value().equals(who.practitioner());
        return sheet.closed() == null
                ? List.of()
                : previews.stream()
                        .flatMap(preview -> preview.lines(sheet, leads).stream())
                        .sorted(comparing(ClosingPreview.Line::place))
                        .map(ClosingPreview.Line::says)
                        .toList();
    }

    private void noteShown(Sheet sheet, SignedIn who) {
        var shown = sheet.seats().stream().map(seat -> seat.patient().value()).toList();
        audit.shown(
                who.actor(),
                "attendance sheet",
                shown,
                "session " + sheet.session().id());
    }

    private SheetPage.Stage stage(Sheet sheet) {
        if (sheet.session().status() != Session.Status.PLANNED) {
            return SheetPage.Stage.NOT_HELD;
        }
        if (sheet.closed() != null) {
            return SheetPage.Stage.CLOSED;
        }
        return hasBegun(sheet.session()) ? SheetPage.Stage.OPEN : SheetPage.Stage.TO_COME;
    }

    private List<SheetPage.Row> rows(Sheet sheet, ZoneId zone) {
        Map<PatientId, Charts.SignedNote> notes = sheet.closed() == null
                ? Map.of()
                : charts.signedNotes(List.of(sheet.session().id())).stream()
                        .collect(toMap(Charts.SignedNote::patient, note -> note));
        var said = announcements.of(sheet.session().id());
        var letIn = letIns.of(sheet.session().id()).stream().collect(toMap(LetIns.LetIn::patient, one -> one));
        return sheet.seats().stream()
                .map(seat -> row(
                        seat,
                        sheet,
                        notes.get(seat.patient()),
                        said.get(seat.patient()),
                        letIn.get(seat.patient()),
                        zone))
                .toList();
    }

    private static SheetPage.Row row(
            Seat seat,
            Sheet sheet,
            Charts.@Nullable SignedNote note,
            @Nullable Announcement said,
            LetIns.@Nullable LetIn letIn,
            ZoneId zone) {
        var at = seat.recordedAt();
        return new SheetPage.Row(
                seat.patient(),
                seat.name().toString(),
                seat.presence(),
                Minutes.after(seat, sheet.session()),
                Minutes.words(seat, sheet.session()),
                at == null ? "" : "by " + seat.recordedBy() + ", " + Words.moment(at, zone),
                note == null ? "" : "by " + note.signedBy() + ", kept in " + note.keptIn(),
                said == null
                        ? ""
                        : "Said on " + Words.moment(said.at(), zone) + " that they can't come (" + said.by() + ")",
                letIn == null ? "" : "Let in by " + letIn.by() + " though papers are missing: " + letIn.reason());
    }

    private static Ring ring(Sheet sheet) {
        return new Ring(
                sheet.seats().stream()
                        .map(seat -> MarkButton.seat(seat.presence()))
                        .toList(),
                sheet.seats().stream().allMatch(seat -> seat.presence() == Presence.UNMARKED)
                        ? Words.count(sheet.seats().size(), "seat", "seats") + ", nobody marked yet"
                        : sheet.came() + " of " + sheet.seats().size() + " came");
    }

    private SizeLine size(Sheet sheet) {
        var session = sheet.session();
        var came = sheet.seats().stream()
                .filter(seat -> seat.presence().came())
                .map(Seat::patient)
                .toList();
        var present = coverages.of(came).stream()
                .filter(coverage -> coverage.days().includes(session.serviceDate()))
                .map(Coverage::payer)
                .collect(toSet());
        return SizeLine.of(
                sheet.came(),
                sessions.leading(session),
                session.serviceDate(),
                rules.ownRules(),
                payers.all(),
                present);
    }

    private String leader(Session session) {
        return practices.practitioners().stream()
                .filter(practitioner -> practitioner.id().equals(session.leader()))
                .map(Practitioner::signature)
                .findFirst()
                .orElse("");
    }

    private static String when(Session session, ZoneId zone) {
        return Words.moment(session.startsAt(), zone) + " to "
                + Words.time(session.endsAt().atZone(zone).toLocalTime());
    }
}
