package org.circlekeeper.intake.web;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.intake.Campaign;
import org.circlekeeper.intake.KnownGroups;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.Talks;
import org.circlekeeper.intake.web.InventoryMembers.Held;
import org.circlekeeper.intake.web.InventoryPage.Cell;
import org.circlekeeper.intake.web.InventoryPage.Column;
import org.circlekeeper.intake.web.InventoryPage.Row;
import org.circlekeeper.intake.web.InventoryPage.View;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.springframework.stereotype.Component;

/** Gathers the inventory of papers: one question for each panel, however many members there are. */
@Component
class InventoryPages {

    private static final int MOST = 200;

    /** So many days somebody has for a newer version. */
    private static final int GRACE = 30;

    private final InventoryMembers members;
    private final Campaign campaign;
    private final Talks talks;
    private final Caseloads caseloads;
    private final Practices practices;
    private final AuditTrail audit;

    InventoryPages(
            InventoryMembers members,
            Campaign campaign,
            Talks talks,
            Caseloads caseloads,
            Practices practices,
            AuditTrail audit) {
        this.members = members;
        this.campaign = campaign;
        this.talks = talks;
        this.caseloads = caseloads;
        this.practices = practices;
        this.audit = audit;
    }

    /** Every member that a view shows, with what it is chosen from. */
    private record Chosen(
            List<Group> mine,
            List<Held> all,
            List<Column> documents,
            String document,
            List<Held> members,
            List<Held> shown) {}

    private Chosen chosen(SignedIn who, View view, LocalDate today) {
        var mine = caseloads.groups(who);
        var all = members.of(mine.stream().map(Group::id).collect(toSet()), view, today);
        var documents = columns(all);
        var document =
                documents.stream().anyMatch(column -> column.form().equals(view.document())) ? view.document() : "";
        var about = document.isEmpty()
                ? all
                : all.stream().map(member -> member.of(document)).toList();
        var shown = about.stream()
                .filter(member -> member.isShown(view.show(), today))
                .sorted(comparing(member -> member.place(today)))
                .toList();
        return new Chosen(mine, all, documents, document, about, shown);
    }

    InventoryPage page(SignedIn who, View view, Filled form) {
        var today = practices.today();
        var chosen = chosen(who, view, today);
        var known = new KnownGroups(chosen.mine());
        var columns = chosen.documents().stream()
                .filter(column -> chosen.document().isEmpty() || column.form().equals(chosen.document()))
                .toList();
        var listed = chosen.shown().stream().limit(MOST).toList();
        noteShown(who, listed, "inventory");
        var behind = campaign.behind();
        return new InventoryPage(
                columns,
                listed.stream()
                        .map(member -> row(member, columns, known, today))
                        .toList(),
                choices(chosen.mine()),
                chosen.documents().stream().map(Column::choice).toList(),
                view.about(chosen.document()),
                chosen.members().size(),
                (int) chosen.members().stream()
                        .filter(member -> member.isWhole(today))
                        .count(),
                (int) chosen.members().stream().filter(Held::isGivenNone).count(),
                view.group().map(one -> talk(one, today)).orElse(""),
                behind.stream().map(InventoryPages::choice).toList(),
                behind.stream()
                        .filter(one -> !one.left())
                        .map(InventoryPages::choice)
                        .toList(),
                today.plusDays(GRACE),
                chosen.shown().size() > MOST,
                form);
    }

    /** All that a view shows, as a file. */
    String file(SignedIn who, View view) {
        var chosen = chosen(who, view, practices.today());
        var known = new KnownGroups(chosen.mine());
        noteShown(who, chosen.shown(), "inventory as a file");
        return InventoryFile.of(
                chosen.shown(),
                member -> seats(member, known),
                practices.current().zone());
    }

    private static Choice choice(Campaign.Behind behind) {
        return new Choice(
                behind.form().value(),
                behind.title() + ", version " + behind.newest() + ": "
                        + Words.count(behind.members(), "member has", "members have") + " an older one");
    }

    private static List<Choice> choices(List<Group> mine) {
        return mine.stream()
                .sorted(comparing(Group::name))
                .map(one -> new Choice(one.id().toString(), one.name()))
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
                seats(member, groups),
                columns.stream()
                        .map(column -> counting(member, column.form())
                                .map(paper -> cell(paper, column, today))
                                .orElseGet(() -> new Cell(Tone.NONE, "", column.title())))
                        .toList());
    }

    private static String seats(Held member, KnownGroups groups) {
        return member.seats().stream()
                .map(seat -> groups.of(seat).name())
                .distinct()
                .sorted()
                .collect(joining(", "));
    }

    private static Cell cell(Paper paper, Column column, LocalDate today) {
        return new Cell(
                PaperWords.tone(paper, today),
                PaperWords.standing(paper, today) + " (v" + paper.version() + ")",
                column.title());
    }

    private String talk(GroupId group, LocalDate today) {
        var fresh = talks.due(today).stream()
                .filter(seat -> seat.group().equals(group))
                .toList();
        int came = (int) fresh.stream()
                .filter(seat -> !seat.days().first().isAfter(today))
                .count();
        if (came > 0) {
            return Words.count(came, "person has", "people have")
                    + " come since the group last talked about confidentiality.";
        }
        return fresh.isEmpty()
                ? ""
                : Words.count(fresh.size(), "person is", "people are")
                        + " to come, and the group has not talked about confidentiality again yet.";
    }

    private void noteShown(SignedIn who, List<Held> members, String why) {
        audit.shown(
                who.actor(),
                "inventory of papers",
                members.stream().map(member -> member.patient().id().value()).toList(),
                why);
    }
}
