package org.circlekeeper.calls.web;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.CallId;
import org.circlekeeper.calls.CallSight;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.ContactForm;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom to call today: the number to tap, what to say, and one form for what came of it. */
@Controller
@ConditionalOnWebApplication
public class CallsController {

    private final Calls calls;
    private final CallSight sight;
    private final Practices practices;
    private final Part2Mark mark;
    private final AuditTrail audit;
    private final Clock clock;

    CallsController(Calls calls, CallSight sight, Practices practices, Part2Mark mark, AuditTrail audit, Clock clock) {
        this.calls = calls;
        this.sight = sight;
        this.practices = practices;
        this.mark = mark;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything the page shows: what is due, and what comes later. */
    public record Page(List<Line> due, List<Line> later) {}

    /**
     * One call.
     *
     * @param tel the number as a phone dials it, null when none is known
     * @param part2 whether the mark of 42 CFR Part 2 stands beside it
     */
    public record Line(Call call, @Nullable String tel, String when, boolean overdue, boolean part2, Filled form) {}

    @Bean
    static NavEntry callsEntry() {
        return new NavEntry(360, "Calls", "/calls", "h", Permission.MAKE_CALLS);
    }

    @Needs(Permission.MAKE_CALLS)
    @GetMapping("/calls")
    ModelAndView show(SignedIn who) {
        return view(who, null, null);
    }

    @Needs(Permission.MAKE_CALLS)
    @PostMapping("/calls/{id}/contact")
    Object log(SignedIn who, @PathVariable CallId id, @RequestParam Map<String, String> typed) {
        var call = own(who, id);
        var form = Filled.in("call-" + id, typed);
        var contact = ContactForm.read(form, clock.instant(), practices.today(), who.name());
        if (contact.isEmpty()) {
            return view(who, id, form);
        }
        calls.log(call.whom(), id, contact.get(), who.actor());
        return Next.to("/calls").saying(calls.find(id).isPresent() ? "Written down. The call comes again." : "Done.");
    }

    /** Takes a call off the list that nobody needs to make. */
    @Needs(Permission.MAKE_CALLS)
    @PostMapping("/calls/{id}/settled")
    Next settle(SignedIn who, @PathVariable CallId id) {
        own(who, id);
        calls.settle(id, "not needed any more", who.actor());
        return Next.to("/calls").saying("Taken off the list.");
    }

    private ModelAndView view(SignedIn who, @Nullable CallId wrong, @Nullable Filled form) {
        var today = practices.today();
        var mine = sight.of(who, calls.open());
        audit.shown(
                who.actor(),
                "list of calls",
                mine.stream()
                        .map(call -> call.whom().patient())
                        .filter(Objects::nonNull)
                        .map(PatientId::value)
                        .toList(),
                "who to call");
        var marked = marked(who, mine);
        var lines = mine.stream()
                .map(call -> line(
                        call,
                        today,
                        marked.contains(call.id()),
                        form != null && call.id().equals(wrong) ? form : ContactForm.blank("call-" + call.id())))
                .toList();
        var page = new Page(
                lines.stream().filter(line -> !line.call().due().isAfter(today)).toList(),
                lines.stream().filter(line -> line.call().due().isAfter(today)).toList());
        var view = new ModelAndView("org/circlekeeper/calls/web/calls", "page", page);
        view.setStatus(form == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static Line line(Call call, LocalDate today, boolean part2, Filled form) {
        var digits = call.whom().phone().replaceAll("[^0-9+]", "");
        return new Line(
                call,
                digits.isEmpty() ? null : "tel:" + digits,
                call.due().equals(today) ? "today" : Words.shortDay(call.due()),
                call.due().isBefore(today),
                part2,
                form);
    }

    /**
     * Calls that carry the mark, put on the list before it stood or after: the office reads of all how to speak, a
     * therapist of wishes that are theirs and of members who have it by a group of theirs.
     */
    private Set<CallId> marked(SignedIn who, List<Call> mine) {
        boolean office = who.may(Permission.SEE_WHOLE_PRACTICE);
        var members = mine.stream()
                .map(call -> call.whom().patient())
                .filter(Objects::nonNull)
                .collect(toSet());
        var marked = office ? mark.among(members) : mark.shownTo(who, members);
        return mine.stream()
                .filter(call -> {
                    var patient = call.whom().patient();
                    return patient != null && marked.contains(patient)
                            || call.whom().part2() && (office || call.whom().entry() != null);
                })
                .map(Call::id)
                .collect(toSet());
    }

    private Call own(SignedIn who, CallId id) {
        return sight.of(who, calls.find(id).stream().toList()).stream()
                .findFirst()
                .orElseThrow(() -> NotYours.ofAnotherLeader(Permission.MAKE_CALLS));
    }
}
