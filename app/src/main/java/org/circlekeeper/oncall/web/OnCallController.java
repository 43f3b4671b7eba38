package org.circlekeeper.oncall.web;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Colleague;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.oncall.OnCallPerson;
import org.circlekeeper.oncall.OnCallPerson.Hours;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Phone;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Who is on call: read by everyone of the practice, kept by the owner. */
@Controller
@ConditionalOnWebApplication
public class OnCallController {

    private final OnCall onCall;
    private final Pager pager;
    private final People people;
    private final Practices practices;

    OnCallController(OnCall onCall, Pager pager, People people, Practices practices) {
        this.onCall = onCall;
        this.pager = pager;
        this.people = people;
        this.practices = practices;
    }

    /**
     * Everything the page shows.
     *
     * @param somebody whether somebody is on call at every minute of the day
     * @param choices who could be on call: the clinicians of the practice
     */
    public record Page(
            boolean somebody, List<Row> rows, List<Past> alarms, boolean keeps, List<Choice> choices, Filled form) {}

    /** Somebody on the list. */
    public record Row(String id, String name, String phone, String email, String hours, boolean first) {}

    /** An alarm, and how it stands. */
    public record Past(String href, String when, String word) {}

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/on-call")
    ModelAndView show(SignedIn who) {
        return page(who, Filled.blank("on-call"));
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/on-call")
    Object keep(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("on-call", typed);
        var person = form.read("person", "Choose one of the clinicians.", text -> clinician(text, who));
        var phone = form.read("phone", "Write a telephone number of ten digits.", Phone::new);
        var email = form.read("email", "Write one e-mail address, as in ana@example.org.", OnCallController::plain);
        var hours = hours(form);
        if (form.isWrong()) {
            return page(who, form);
        }
        onCall.keep(person.orElseThrow(), phone.orElseThrow(), email.orElseThrow(), hours, who.actor());
        return Next.to("/on-call").saying("Kept. Send a test to see that it arrives.");
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/on-call/{id}/up")
    Next up(SignedIn who, @PathVariable PersonId id) {
        known(id);
        onCall.moveUp(id, who.actor());
        return Next.to("/on-call");
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/on-call/{id}/remove")
    Next remove(SignedIn who, @PathVariable PersonId id) {
        known(id);
        onCall.remove(id, who.actor());
        return Next.to("/on-call").saying("Off the list. They are paged no more.");
    }

    /** An alarm about nobody, to see whether it arrives. */
    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/on-call/test")
    Next test(SignedIn who) {
        pager.page(Pager.TEST, UUID.randomUUID(), null, who.actor());
        return Next.to("/on-call")
                .saying(
                        pager.tellsSomebody()
                                ? "The first on the list is asked to sign in, within a minute."
                                : "On trial nobody is told: a file says who is asked to sign in, within a minute.");
    }

    private ModelAndView page(SignedIn who, Filled form) {
        var colleagues = people.inPractice(who.practice());
        var list = onCall.all();
        var paged = onCall.paged();
        var page = new Page(
                onCall.isSomebody(),
                list.stream()
                        .map(person -> row(person, colleagues, list.indexOf(person) == 0, paged.contains(person)))
                        .toList(),
                past(),
                who.may(Permission.KEEP_SETTINGS),
                colleagues.stream()
                        .filter(OnCallController::isClinician)
                        .map(one -> new Choice(
                                one.person().id().toString(), one.person().name()))
                        .toList(),
                form);
        var view = new ModelAndView("org/circlekeeper/oncall/web/on-call", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private List<Past> past() {
        var zone = practices.current().zone();
        var latest = pager.latest();
        var inFiles = pager.inFiles(latest);
        return latest.stream()
                .map(alarm -> new Past(
                        alarm.href(),
                        Words.moment(alarm.raisedAt(), zone),
                        AlarmController.word(alarm, inFiles.contains(alarm.id()))))
                .toList();
    }

    private static Row row(OnCallPerson person, List<Colleague> colleagues, boolean first, boolean paged) {
        var hours = person.hours();
        return new Row(
                person.person().toString(),
                name(colleagues, person.person()) + (paged ? "" : ": not paged, for they answer no alarms here"),
                person.phone().toString(),
                person.email(),
                hours == null ? "day and night" : Words.time(hours.from()) + " to " + Words.time(hours.to()),
                first);
    }

    static String name(List<Colleague> colleagues, PersonId id) {
        return colleagues.stream()
                .map(Colleague::person)
                .filter(person -> person.id().equals(id))
                .map(person -> person.name())
                .findFirst()
                .orElse("Somebody who works here no more");
    }

    private PersonId clinician(String text, SignedIn who) {
        var id = PersonId.of(text);
        return people.inPractice(who.practice()).stream()
                .filter(OnCallController::isClinician)
                .map(one -> one.person().id())
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a clinician"));
    }

    private static boolean isClinician(Colleague colleague) {
        return Permission.ANSWER_ALARMS.isGivenTo(colleague.roles());
    }

    private void known(PersonId id) {
        if (!onCall.isOnList(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static @Nullable Hours hours(Filled form) {
        var from = form.readIfAny("from", "Write the time as in 08:00.", LocalTime::parse);
        var to = form.readIfAny("to", "Write the time as in 20:00.", LocalTime::parse);
        if (from.isPresent() != to.isPresent() && !form.isWrong()) {
            form.refuse("to", "Write both times, or neither for day and night.");
        }
        if (from.isPresent() && from.equals(to)) {
            form.refuse("to", "It would end when it begins. Leave both empty for day and night.");
        }
        return form.isWrong()
                ? null
                : from.flatMap(begins -> to.map(ends -> new Hours(begins, ends)))
                        .orElse(null);
    }

    private static String plain(String address) {
        return Optional.of(address)
                .filter(Recipient::isPlain)
                .orElseThrow(() -> new IllegalArgumentException("Not one plain address"));
    }
}
