package org.circlekeeper.intake.web;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.intake.ClinicalPapers;
import org.circlekeeper.intake.ContactPapers;
import org.circlekeeper.intake.KnownGroups;
import org.circlekeeper.intake.LastDay;
import org.circlekeeper.intake.MeasureSums;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Packet;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.PaperMove;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.SeatPapers;
import org.circlekeeper.intake.ShutSeats;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/** Gathers what the page of a member's papers shows. */
@Component
class MemberPapersPages {

    private final MemberPackets packets;
    private final MemberPapers papers;
    private final ClinicalPapers clinical;
    private final MeasureSums sums;
    private final ShutSeats shut;
    private final SeatPapers asked;
    private final Rosters rosters;
    private final Groups groups;
    private final Part2Mark mark;
    private final Tongues tongues;
    private final FormLibrary forms;
    private final Practices practices;
    private final AuditTrail audit;

    MemberPapersPages(
            MemberPackets packets,
            MemberPapers papers,
            ClinicalPapers clinical,
            MeasureSums sums,
            ShutSeats shut,
            SeatPapers asked,
            Rosters rosters,
            Groups groups,
            Part2Mark mark,
            Tongues tongues,
            FormLibrary forms,
            Practices practices,
            AuditTrail audit) {
        this.packets = packets;
        this.papers = papers;
        this.clinical = clinical;
        this.sums = sums;
        this.shut = shut;
        this.asked = asked;
        this.rosters = rosters;
        this.groups = groups;
        this.mark = mark;
        this.tongues = tongues;
        this.forms = forms;
        this.practices = practices;
        this.audit = audit;
    }

    MemberPapersPage page(Patient patient, SignedIn who, Filled form) {
        var practice = practices.current();
        var today = practices.today();
        var known = new KnownGroups(groups.all());
        var seats = rosters.of(patient.id());
        var given = packets.of(patient.id());
        var all = papers.of(patient.id()).stream()
                .sorted(comparing((Paper paper) -> paper.title()).thenComparing(Paper::version))
                .toList();
        var moves = papers.moves(patient.id());
        var measured = who.may(Permission.READ_ANSWERS) ? sums.of(all) : Map.<PaperId, String>of();
        noteShown(who, patient.id(), measured.isEmpty() ? "papers" : "papers, and what measures come to");
        return new MemberPapersPage(
                patient.id(),
                patient.name().toString(),
                given.stream()
                        .map(packet -> line(packet, seats, known, today, practice.zone()))
                        .toList(),
                ungiven(seats, given, known, today),
                rows(all, false, moves, measured, today),
                rows(all, true, moves, measured, today),
                groups.types().stream().anyMatch(Groups.Type::part2),
                mark.isShownTo(who, patient.id()),
                tongues.of(List.of(patient.id())).getOrDefault(patient.id(), ""),
                forms.all().stream()
                        .filter(one -> one.current().isPresent())
                        .map(one -> new Choice(one.id().value(), one.title()))
                        .toList(),
                form);
    }

    /** What somebody has to read off a sheet of this paper, beside who signed it and when. */
    Set<InkTerms.Asks> asks(Paper paper) {
        var asks = EnumSet.noneOf(InkTerms.Asks.class);
        if (forms.open(paper.form(), paper.version(), paper.language()) instanceof Rendition.Text text) {
            if (LastDay.isAskedIn(text.version().questionnaire())) {
                asks.add(InkTerms.Asks.LAST_DAY);
            }
            if (!text.version().questionnaire().callingForHelp().isEmpty()) {
                asks.add(InkTerms.Asks.HELP);
            }
        }
        if (paper.form().equals(ContactPapers.FORM)) {
            asks.add(InkTerms.Asks.CONTACT);
        }
        if (paper.isPart2Consent()) {
            asks.add(InkTerms.Asks.PAYERS);
        }
        return asks;
    }

    /** The questions whose answer calls for help, as they stand on a sheet of it. */
    private String helpAsked(Paper paper) {
        return forms.open(paper.form(), paper.version(), paper.language()) instanceof Rendition.Text text
                ? text.version().questionnaire().callingForHelp().stream()
                        .map(Item.Question::text)
                        .collect(joining(" / "))
                : "";
    }

    void noteShown(SignedIn who, PatientId patient, String what) {
        audit.shown(who.actor(), what, List.of(patient.value()), "member's page");
    }

    private static MemberPapersPage.PacketLine line(
            Packet packet, List<Membership> seats, KnownGroups known, LocalDate today, ZoneId zone) {
        return new MemberPapersPage.PacketLine(
                packet.id(),
                seats.stream()
                        .filter(seat -> seat.id().equals(packet.membership()))
                        .map(seat -> known.of(seat).name())
                        .findFirst()
                        .orElse("A seat that is gone"),
                packet.progress(today),
                packet.missing(today).isEmpty(),
                Words.moment(packet.sentAt(), zone));
    }

    private List<MemberPapersPage.Ungiven> ungiven(
            List<Membership> seats, List<Packet> given, KnownGroups known, LocalDate today) {
        var with = given.stream().map(Packet::membership).collect(toSet());
        var closed = shut.of(seats.stream().map(Membership::id).toList());
        return seats.stream()
                .filter(seat -> !with.contains(seat.id()))
                .filter(seat -> !seat.days().hasEnded(today))
                .map(seat -> ungiven(seat, known.of(seat), closed.contains(seat.id())))
                .toList();
    }

    private MemberPapersPage.Ungiven ungiven(Membership seat, Group group, boolean shut) {
        return new MemberPapersPage.Ungiven(
                seat.id().toString(),
                group.name(),
                shut,
                asked.hasPacket(group.type()) ? "" : "This kind of group has none.");
    }

    private List<MemberPapersPage.Row> rows(
            List<Paper> papers,
            boolean over,
            Map<PaperId, List<PaperMove>> moves,
            Map<PaperId, String> measured,
            LocalDate today) {
        var zone = practices.current().zone();
        return papers.stream()
                .filter(paper -> paper.status().isOver() == over)
                .map(paper -> row(
                        paper,
                        moves.getOrDefault(paper.id(), List.of()),
                        measured.getOrDefault(paper.id(), ""),
                        today,
                        zone))
                .toList();
    }

    private static String said(PaperMove move, ZoneId zone) {
        return Words.moment(move.at(), zone) + ": " + move.status().onScreen() + " by " + move.by()
                + (move.reason().isEmpty() ? "" : ", " + move.reason());
    }

    private MemberPapersPage.Row row(Paper paper, List<PaperMove> moves, String sum, LocalDate today, ZoneId zone) {
        var next = paper.status().next();
        return new MemberPapersPage.Row(
                paper.id(),
                paper.title(),
                "version " + paper.version() + ", " + paper.language().onScreen(),
                paper.need().onScreen(),
                PaperWords.tone(paper, today),
                PaperWords.standing(paper, today),
                sum,
                Words.moment(paper.movedAt(), zone) + " by " + paper.movedBy(),
                paper.reason(),
                moves.stream().map(move -> said(move, zone)).toList(),
                next.contains(PaperStatus.WAIVED),
                next.contains(PaperStatus.WITHDRAWN),
                next.contains(PaperStatus.TO_DO),
                next.contains(PaperStatus.ON_PAPER),
                next.contains(PaperStatus.ON_PAPER) ? asks(paper) : Set.of(),
                next.contains(PaperStatus.ON_PAPER) ? helpAsked(paper) : "",
                (paper.status() == PaperStatus.SIGNED || paper.status() == PaperStatus.ON_PAPER)
                        && paper.signature() != null,
                paper.status().isOpen(),
                paper.document() != null
                        || paper.signature() != null && paper.status().completes(),
                clinical.has(paper));
    }
}
