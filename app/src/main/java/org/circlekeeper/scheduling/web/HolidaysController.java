package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.HolidayChoice;
import org.circlekeeper.scheduling.HolidayChoices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What is done on holidays: nothing, or the session on another day, for the practice or for one group. */
@Controller
@ConditionalOnWebApplication
public class HolidaysController {

    private static final String PATH = "/calendar/holidays";
    private static final int NEAR = 14;

    private final HolidayChoices choices;
    private final PracticeRules rules;
    private final Groups groups;
    private final Practices practices;

    HolidaysController(HolidayChoices choices, PracticeRules rules, Groups groups, Practices practices) {
        this.choices = choices;
        this.rules = rules;
        this.groups = groups;
        this.practices = practices;
    }

    /** Everything the page shows. */
    public record Page(List<Row> rows, List<Choice> groups, Filled form) {

        /** The form of one holiday, as it was sent or blank. */
        public Filled form(Row row) {
            return form.name().equals(row.form()) ? form : Filled.blank(row.form());
        }
    }

    /** One holiday to come, and what was chosen for it. */
    public record Row(LocalDate day, String name, List<Chosen> chosen) {

        public String form() {
            return "holiday-" + day;
        }

        public String when() {
            return Words.day(day);
        }
    }

    /** One choice. */
    public record Chosen(String id, String says) {}

    @Needs(Permission.KEEP_CALENDAR)
    @GetMapping(PATH)
    ModelAndView show(SignedIn who) {
        return view(Filled.blank(""));
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping(PATH)
    Object choose(SignedIn who, @RequestParam LocalDate holiday, @RequestParam Map<String, String> typed) {
        var form = Filled.in("holiday-" + holiday, typed);
        var group = form.readIfAny("group", "Choose from the list.", GroupId::of);
        var to = form.dayIfAny("to", "Choose the day on which it is held.");
        if (!rules.holidays().containsKey(holiday)) {
            form.refuse("to", "That day is no holiday of the practice any more.");
        }
        group.filter(id -> groups.find(id).isEmpty()).ifPresent(_ -> form.refuse("group", "Choose from the list."));
        to.ifPresent(day -> check(form, holiday, day));
        if (form.isWrong()) {
            var view = view(form);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        choices.choose(holiday, group.orElse(null), to.orElse(null), who.actor());
        return Next.to(PATH).saying("Chosen. What it changes stands on Today within a minute.");
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping(PATH + "/{id}/forget")
    Object forget(SignedIn who, @PathVariable UUID id) {
        if (!choices.forget(id, who.actor())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Next.to(PATH).saying("Taken back: on that day sessions are skipped, as usual.");
    }

    private void check(Filled form, LocalDate holiday, LocalDate day) {
        if (rules.holidays().containsKey(day)) {
            form.refuse("to", "That is a holiday itself. Choose another day.");
        }
        if (day.isBefore(holiday.minusDays(NEAR)) || day.isAfter(holiday.plusDays(NEAR)) || day.equals(holiday)) {
            form.refuse("to", "Choose another day, within two weeks of the holiday.");
        }
        if (day.isBefore(practices.today())) {
            form.refuse("to", "That day is past. Choose one that is to come.");
        }
    }

    private ModelAndView view(Filled form) {
        var today = practices.today();
        var names = groups.all().stream().collect(toMap(Group::id, Group::name));
        var chosen = choices.all();
        var rows = new ArrayList<Row>();
        rules.holidays().forEach((day, name) -> {
            if (!day.isBefore(today)) {
                rows.add(new Row(
                        day,
                        name,
                        chosen.stream()
                                .filter(one -> one.day().equals(day))
                                .map(one -> new Chosen(one.id().toString(), says(one, names)))
                                .toList()));
            }
        });
        var listed = groups.all().stream()
                .map(group -> new Choice(group.id().toString(), group.name()))
                .toList();
        return new ModelAndView("org/circlekeeper/scheduling/web/holidays", "page", new Page(rows, listed, form));
    }

    private static String says(HolidayChoice choice, Map<GroupId, String> names) {
        var who = Optional.ofNullable(choice.group())
                .map(group -> names.getOrDefault(group, "A group"))
                .orElse("Every group without a choice of its own");
        var to = choice.movesTo();
        return who + (to == null ? " does not meet." : " meets on " + Words.day(to) + ".");
    }
}
