package org.circlekeeper.intake.web;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.intake.KnownGroups;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Packet;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.SeatPapers;
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
    private final SeatPapers asked;
    private final Rosters rosters;
    private final Groups groups;
    private final Tongues tongues;
    private final FormLibrary forms;
    private final Practices practices;
    private final AuditTrail audit;

    MemberPapersPages(
            MemberPackets packets,
            MemberPapers papers,
            SeatPapers asked,
            Rosters rosters,
            Groups groups,
            Tongues tongues,
            FormLibrary forms,
            Practices practices,
            AuditTrail audit) {
        this.packets = packets;
        this.papers = papers;
        this.asked = asked;
        this.rosters = rosters;
        this.groups = groups;
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
        noteShown(who, patient.id(), "papers");
        return new MemberPapersPage(
                patient.id(),
                patient.name().toString(),
                given.stream()
                        .map(packet -> line(packet, seats, known, today, practice.zone()))
                        .toList(),
                ungiven(seats, given, known, today),
                rows(all, false, today, practice.zone()),
                rows(all, true, today, practice.zone()),
                groups.types().stream().anyMatch(Groups.Type::part2),
                tongues.of(List.of(patient.id())).getOrDefault(patient.id(), "en"),
                forms.all().stream()
                        .filter(one -> one.current().isPresent())
                        .map(one -> new Choice(one.id().value(), one.title()))
                        .toList(),
                form);
    }

    void noteShown(SignedIn who, PatientId patient, String what) {
        audit.shown(who.actor(), what, List.of(patient.value()), "member's page");
    }

    private static MemberPapersPage.PacketLine line(
            Packet packet, List<Membership> seats, KnownGroups known, LocalDate today, ZoneId zone) {
        return new MemberPapersPage.PacketLine(
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
        return seats.stream()
                .filter(seat -> !with.contains(seat.id()))
                .filter(seat ->
                        seat.days().last() == null || !seat.days().last().isBefore(today))
                .map(seat -> ungiven(seat, known.of(seat)))
                .toList();
    }

    private MemberPapersPage.Ungiven ungiven(Membership seat, Group group) {
        return new MemberPapersPage.Ungiven(
                seat.id().toString(),
                group.name(),
                asked.hasPacket(group.type()) ? "" : "This kind of group has none.");
    }

    private static List<MemberPapersPage.Row> rows(List<Paper> papers, boolean over, LocalDate today, ZoneId zone) {
        return papers.stream()
                .filter(paper -> paper.status().isOver() == over)
                .map(paper -> row(paper, today, zone))
                .toList();
    }

    private static MemberPapersPage.Row row(Paper paper, LocalDate today, ZoneId zone) {
        var next = paper.status().next();
        return new MemberPapersPage.Row(
                paper.id(),
                paper.title(),
                "version " + paper.version() + ", " + paper.language().onScreen(),
                paper.need().onScreen(),
                PaperWords.tone(paper, today),
                PaperWords.standing(paper, today),
                Words.moment(paper.movedAt(), zone) + " by " + paper.movedBy(),
                paper.reason(),
                next.contains(PaperStatus.WAIVED),
                next.contains(PaperStatus.WITHDRAWN),
                next.contains(PaperStatus.TO_DO),
                next.contains(PaperStatus.ON_PAPER),
                paper.document() != null
                        || paper.signature() != null && paper.status().completes());
    }
}
