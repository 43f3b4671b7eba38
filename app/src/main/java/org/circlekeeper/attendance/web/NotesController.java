package org.circlekeeper.attendance.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.PastVisits;
import org.circlekeeper.attendance.UnsignedNote;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing, in one act, the notes that a leader has written: each is listed, and each can be left out. */
@Controller
@ConditionalOnWebApplication
public class NotesController {

    private static final String VIEW = "org/circlekeeper/attendance/web/notes";

    private final PastVisits visits;
    private final Charts charts;
    private final Groups groups;
    private final Practices practices;
    private final AuditTrail audit;

    NotesController(PastVisits visits, Charts charts, Groups groups, Practices practices, AuditTrail audit) {
        this.visits = visits;
        this.charts = charts;
        this.groups = groups;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the page shows. {@code leads} is whether this person leads sessions at all. */
    public record Page(boolean leads, String act, List<Sitting> sittings, Filled form) {}

    /** One session and its unsigned notes. */
    public record Sitting(String heading, String href, List<Line> lines) {}

    /** One note; {@code value} is sent when it is checked. */
    public record Line(String value, String name, boolean checked) {}

    @Bean
    static NavEntry notesEntry() {
        return new NavEntry(250, "Notes", "/notes", "n", Permission.SIGN_NOTES);
    }

    @Needs(Permission.SIGN_NOTES)
    @GetMapping("/notes")
    ModelAndView show(SignedIn who) {
        var form = Filled.blank("sign")
                .with("kept", charts.lastKeptIn(who.person()).orElse(""));
        return new ModelAndView(VIEW, "page", page(who, unsigned(who), null, form));
    }

    @Needs(Permission.SIGN_NOTES)
    @PostMapping("/notes/sign")
    Object sign(SignedIn who, @RequestParam MultiValueMap<String, String> typed) {
        var chosen = typed.getOrDefault("note", List.of());
        var form = Filled.in("sign", typed.toSingleValueMap());
        var kept = form.text("kept", "Say where the notes are kept, as in: our chart, the blue folder.");
        var unsigned = unsigned(who);
        var checked =
                unsigned.stream().filter(note -> chosen.contains(value(note))).toList();
        if (checked.isEmpty()) {
            form.refuse("note", "Check at least one note. Those that you leave out stay here.");
        }
        if (form.isWrong()) {
            var view = new ModelAndView(VIEW, "page", page(who, unsigned, chosen, form));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var signer = new Actor.Person(who.person(), who.name(), "therapist");
        checked.stream()
                .collect(groupingBy(UnsignedNote::session, mapping(UnsignedNote::patient, toList())))
                .forEach((session, patients) -> charts.sign(session, patients, signer, kept.orElseThrow()));
        return Next.to("/notes").saying(Words.count(checked.size(), "note is", "notes are") + " signed.");
    }

    private List<UnsignedNote> unsigned(SignedIn who) {
        var leader = who.practitioner();
        return leader == null ? List.of() : visits.unsigned(new PractitionerId(leader));
    }

    private Page page(SignedIn who, List<UnsignedNote> unsigned, @Nullable List<String> chosen, Filled form) {
        var zone = practices.current().zone();
        var names = groups.all().stream().collect(toMap(Group::id, Group::name));
        audit.shown(
                who.actor(),
                "notes to sign",
                unsigned.stream().map(note -> note.patient().value()).distinct().toList(),
                "notes of own sessions");
        var sittings = new LinkedHashMap<String, Sitting>();
        for (var note : unsigned) {
            var href = "/sessions/" + note.session();
            sittings.computeIfAbsent(
                            href,
                            _ -> new Sitting(
                                    heading(note, names.getOrDefault(note.group(), ""), zone), href, new ArrayList<>()))
                    .lines()
                    .add(new Line(value(note), note.name().toString(), chosen == null || chosen.contains(value(note))));
        }
        return new Page(
                who.practitioner() != null, act(unsigned, practices.today()), List.copyOf(sittings.values()), form);
    }

    private static String heading(UnsignedNote note, String group, ZoneId zone) {
        return group + ", " + Words.moment(note.startsAt(), zone);
    }

    private static String value(UnsignedNote note) {
        return note.session() + " " + note.patient();
    }

    /** {@code Sign today's 9 and Friday's 4}: by day, the latest first. */
    static String act(List<UnsignedNote> unsigned, LocalDate today) {
        var byDay = new TreeMap<LocalDate, Long>();
        unsigned.forEach(note -> byDay.merge(note.serviceDate(), 1L, Long::sum));
        return "Sign "
                + Words.list(byDay.descendingMap().entrySet().stream()
                        .map(day -> day(day.getKey(), today) + day.getValue())
                        .toList());
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today's ";
        }
        return day.isAfter(today.minusDays(7))
                ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US) + "'s "
                : Words.shortDay(day) + ": ";
    }
}
