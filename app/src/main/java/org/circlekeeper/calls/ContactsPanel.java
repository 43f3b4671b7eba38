package org.circlekeeper.calls;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/** The panel of contacts on the page of one member: whom to call and why, what was said, and the forms for both. */
@Component
public class ContactsPanel {

    private final Calls calls;
    private final CallSight sight;
    private final Practices practices;

    ContactsPanel(Calls calls, CallSight sight, Practices practices) {
        this.calls = calls;
        this.sight = sight;
        this.practices = practices;
    }

    /**
     * What the panel shows.
     *
     * @param reads whether it is shown at all
     * @param writes whether whoever looks writes contacts down
     * @param open the calls to this member that stand on the list
     * @param wishes what they wait for, to say that a contact was about it
     */
    public record Shown(boolean reads, boolean writes, List<Open> open, List<Choice> wishes, List<Line> lines) {

        /** The open calls, to say which one was made. */
        public List<Choice> choices() {
            return open.stream()
                    .map(call -> new Choice(call.id().toString(), call.why()))
                    .toList();
        }
    }

    /** A call that is to be made. */
    public record Open(CallId id, String why, String due, boolean overdue) {}

    /** One line of the log. */
    public record Line(String says, String by, String when) {}

    /** The office and whoever makes calls see it; whoever only sees the waitlist reads it. */
    public Shown of(SignedIn who, PatientId patient) {
        boolean writes = who.may(Permission.MAKE_CALLS);
        if (!writes && !who.may(Permission.SEE_WAITLIST)) {
            return new Shown(false, false, List.of(), List.of(), List.of());
        }
        var today = practices.today();
        var zone = practices.current().zone();
        return new Shown(
                true,
                writes,
                sight.of(who, calls.openTo(patient)).stream()
                        .map(call -> open(call, today))
                        .toList(),
                sight.wishes(who, patient).stream()
                        .map(wish -> new Choice(String.valueOf(wish.whom().entry()), wish.about()))
                        .toList(),
                sight.log(who, patient).stream()
                        .map(line -> new Line(line.says(), line.by(), Words.moment(line.at(), zone)))
                        .toList());
    }

    /** A form for a call by hand that nobody has filled in yet: due today. */
    public static Filled blankCall(String name, LocalDate today) {
        return Filled.blank(name).with("due", today);
    }

    private static Open open(Call call, LocalDate today) {
        return new Open(
                call.id(),
                call.why(),
                call.due().equals(today) ? "today" : Words.shortDay(call.due()),
                call.due().isBefore(today));
    }
}
