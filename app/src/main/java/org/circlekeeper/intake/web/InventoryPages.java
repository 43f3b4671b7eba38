package org.circlekeeper.intake.web;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.intake.KnownGroups;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Talks;
import org.circlekeeper.intake.web.InventoryPage.Cell;
import org.circlekeeper.intake.web.InventoryPage.Column;
import org.circlekeeper.intake.web.InventoryPage.Row;
import org.circlekeeper.intake.web.InventoryPage.Show;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/** Gathers the inventory of papers: one question for each panel, however many members there are. */
@Component
class InventoryPages {

    private static final int MOST = 200;

    /** So many days somebody has for a newer version. */
    private static final int GRACE = 30;

    private final MemberPapers papers;
    private final FormLibrary forms;
    private final Talks talks;
    private final Rosters rosters;
    private final Caseloads caseloads;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;

    InventoryPages(
            MemberPapers papers,
            FormLibrary forms,
            Talks talks,
            Rosters rosters,
            Caseloads caseloads,
            Patients patients,
            Practices practices,
            AuditTrail audit) {
        this.papers = papers;
        this.forms = forms;
        this.talks = talks;
        this.rosters = rosters;
        this.caseloads = caseloads;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
    }

    /** One member with their seats and papers. */
    private record Held(Patient patient, List<Membership> seats, List<Paper> papers) {

        /** As if there were no other paper. */
        Held of(String form) {
            return new Held(
                    patient,
                    seats,
                    papers.stream()
                            .filter(paper -> paper.form().toString().equals(form))
                            .toList());
        }
    }

    InventoryPage page(SignedIn who, Optional<GroupId> group, String named, Show show, Filled form) {
        var today = practices.today();
        var mine = caseloads.groups(who);
        var known = new KnownGroups(mine);
        var all = members(mine.stream().map(Group::id).collect(toSet()), group, today);
        var documents = columns(all);
        var document = documents.stream().anyMatch(column -> column.form().equals(named)) ? named : "";
        var columns = documents.stream()
                .filter(column -> document.isEmpty() || column.form().equals(document))
                .toList();
        var members = document.isEmpty()
                ? all
                : all.stream().map(member -> member.of(document)).toList();
        var shown = members.stream()
                .filter(member -> isShown(member, show, today))
                .sorted(comparing(member -> place(member, today)))
                .toList();
        var listed = shown.stream().limit(MOST).toList();
        noteShown(who, listed);
        return new InventoryPage(
                columns,
                listed.stream()
                        .map(member -> row(member, columns, known, today))
                        .toList(),
                choices(mine),
                group.map(GroupId::toString).orElse(""),
                documents.stream().map(Column::choice).toList(),
                document,
                show,
                members.size(),
                (int) members.stream().filter(member -> isWhole(member, today)).count(),
                (int) members.stream().filter(member -> isGivenNone(member)).count(),
                group.map(one -> talk(one, today)).orElse(""),
                renewable(all),
                today.plusDays(GRACE),
                shown.size() > MOST,
                form);
    }

    private static List<Choice> choices(List<Group> mine) {
        return mine.stream()
                .sorted(comparing(Group::name))
                .map(one -> new Choice(one.id().toString(), one.name()))
                .toList();
    }

    /** What waits comes first, then who was given nothing, then who has it all. */
    private static int place(Held member, LocalDate today) {
        if (isGivenNone(member)) {
            return 1;
        }
        return isWhole(member, today) ? 2 : 0;
    }

    /** Who has a seat today or later in one of these groups, by last name. */
    private List<Held> members(Collection<GroupId> mine, Optional<GroupId> group, LocalDate today) {
        Map<PatientId, List<Membership>> seats = rosters.all().stream()
                .filter(seat -> mine.contains(seat.group())
                        && group.map(seat.group()::equals).orElse(true))
                .filter(seat -> !seat.days().hasEnded(today))
                .collect(groupingBy(Membership::patient));
        var byPatient = papers.of(seats.keySet()).stream().collect(groupingBy(Paper::patient));
        return patients.byId(seats.keySet()).values().stream()
                .sorted(comparing((Patient patient) -> patient.name().last().toLowerCase())
                        .thenComparing(patient -> patient.name().first().toLowerCase())
                        .thenComparing(patient -> patient.id().value()))
                .map(patient -> new Held(
                        patient,
                        seats.getOrDefault(patient.id(), List.of()),
                        byPatient.getOrDefault(patient.id(), List.of())))
                .toList();
    }

    private static List<Column> columns(List<Held> members) {
        var titles = new LinkedHashMap<FormId, String>();
        members.stream()
                .flatMap(member -> member.papers().stream())
                .sorted(comparing(Paper::title)
                        .thenComparing(comparing(Paper::version).reversed()))
                .forEach(paper -> titles.putIfAbsent(paper.form(), paper.title()));
        return titles.entrySet().stream()
                .map(entry -> new Column(entry.getKey().toString(), entry.getValue()))
                .toList();
    }

    /** The one that counts of a form: what stands before what is open, what is open before what is over. */
    private static Optional<Paper> counting(Held member, String form) {
        return member.papers().stream()
                .filter(paper -> paper.form().toString().equals(form))
                .min(comparing((Paper paper) -> paper.status().isOver())
                        .thenComparing(paper -> !paper.status().completes())
                        .thenComparing(comparing(Paper::version).reversed()));
    }

    private static Row row(Held member, List<Column> columns, KnownGroups groups, LocalDate today) {
        return new Row(
                "/patients/" + member.patient().id() + "/papers",
                member.patient().name().toString(),
                member.seats().stream()
                        .map(seat -> groups.of(seat).name())
                        .distinct()
                        .sorted()
                        .collect(joining(", ")),
                columns.stream()
                        .map(column -> counting(member, column.form())
                                .map(paper -> cell(paper, column, today))
                                .orElseGet(() -> new Cell(Tone.NONE, "", column.title())))
                        .toList());
    }

    private static Cell cell(Paper paper, Column column, LocalDate today) {
        return new Cell(
                PaperWords.tone(paper, today),
                PaperWords.standing(paper, today) + " (v" + paper.version() + ")",
                column.title());
    }

    private static boolean isShown(Held member, Show show, LocalDate today) {
        return switch (show) {
            case ALL -> true;
            case MISSING -> !isGivenNone(member) && !isWhole(member, today);
            case NONE -> isGivenNone(member);
            case SOON -> standing(member).anyMatch(paper -> PaperWords.runsOutSoon(paper, today));
            case WITHDRAWN ->
                member.papers().stream()
                        .anyMatch(paper ->
                                paper.status() == PaperStatus.WITHDRAWN || paper.status() == PaperStatus.REFUSED);
        };
    }

    private static boolean isWhole(Held member, LocalDate today) {
        return !isGivenNone(member)
                && standing(member)
                        .filter(paper -> !leavesOlder(paper, member, today))
                        .allMatch(paper -> paper.completes(today));
    }

    private static boolean isGivenNone(Held member) {
        return member.papers().isEmpty();
    }

    /** An open one whose older one leaves nothing missing: it still holds, or it was only offered. */
    private static boolean leavesOlder(Paper paper, Held member, LocalDate today) {
        var replacing = paper.replacing();
        return replacing != null
                && paper.status().isOpen()
                && member.papers().stream()
                        .anyMatch(other -> other.id().equals(replacing.old()) && other.completes(today));
    }

    private static Stream<Paper> standing(Held member) {
        return member.papers().stream().filter(paper -> !paper.status().isOver());
    }

    private List<Choice> renewable(List<Held> members) {
        var current = forms.all().stream()
                .flatMap(form -> form.current().stream().map(version -> Map.entry(form.id(), version.number())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return members.stream()
                .flatMap(InventoryPages::standing)
                .filter(paper -> paper.status().completes()
                        && paper.status() != PaperStatus.DECLINED
                        && paper.version() < current.getOrDefault(paper.form(), 0))
                .collect(groupingBy(Paper::form, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> new Choice(
                        entry.getKey().toString(),
                        entry.getValue().getFirst().title() + ", version " + current.get(entry.getKey()) + ": "
                                + Words.count(entry.getValue().size(), "member has", "members have")
                                + " an older one"))
                .toList();
    }

    private String talk(GroupId group, LocalDate today) {
        long fresh = talks.due(today).stream()
                .filter(seat -> seat.group().equals(group))
                .count();
        return fresh == 0
                ? ""
                : Words.count((int) fresh, "person has", "people have")
                        + " come since the group last talked about confidentiality.";
    }

    private void noteShown(SignedIn who, List<Held> members) {
        audit.shown(
                who.actor(),
                "inventory of papers",
                members.stream().map(member -> member.patient().id().value()).toList(),
                "inventory");
    }
}
