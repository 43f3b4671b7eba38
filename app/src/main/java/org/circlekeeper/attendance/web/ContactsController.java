package org.circlekeeper.attendance.web;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.CallScope;
import org.circlekeeper.calls.CallSight;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.ContactForm;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes down on a member's page what was said with them, and puts a call to them on the list by hand. */
@Controller
@ConditionalOnWebApplication
public class ContactsController {

    private static final int LONGEST = 200;

    private final PatientPages pages;
    private final Caseloads caseloads;
    private final Calls calls;
    private final CallSight sight;
    private final Part2Mark mark;
    private final Practices practices;
    private final Clock clock;

    ContactsController(
            PatientPages pages,
            Caseloads caseloads,
            Calls calls,
            CallSight sight,
            Part2Mark mark,
            Practices practices,
            Clock clock) {
        this.pages = pages;
        this.caseloads = caseloads;
        this.calls = calls;
        this.sight = sight;
        this.mark = mark;
        this.practices = practices;
        this.clock = clock;
    }

    /** One contact; with the call that it was, when it stood on the list. */
    @Needs(Permission.MAKE_CALLS)
    @PostMapping("/patients/{id}/contacts")
    Object contact(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        caseloads.open(who, id);
        var form = Filled.in("contacts", typed);
        var contact = ContactForm.read(form, clock.instant(), practices.today(), who.name());
        var call = call(who, id, form);
        var wish = wish(who, id, form);
        call.map(Call::whom)
                .filter(whom -> whom.entry() != null && isAnother(whom, wish))
                .ifPresent(_ -> form.refuse(
                        "wish",
                        "That call is about something else that they wait for. Leave this empty, or choose no call."));
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        calls.log(
                wish.or(() -> call.map(Call::whom))
                        .map(whom -> mark.isOn(id) ? whom.underPart2() : whom)
                        .orElseGet(() -> whom(id)),
                call.map(Call::id).orElse(null),
                contact.orElseThrow(),
                who.actor());
        return Next.to("/patients/" + id).saying("Written down.");
    }

    /** A call that somebody is to make, and why. */
    @Needs(Permission.MAKE_CALLS)
    @PostMapping("/patients/{id}/calls")
    Object call(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        caseloads.open(who, id);
        var form = Filled.in("call", typed);
        var why = form.read(
                "why",
                "Say in a sentence what to say or ask, in " + LONGEST + " characters at the most.",
                Filled.atMost(LONGEST));
        var due = form.day("due", "Choose the day by which to call.");
        due.filter(day -> day.isBefore(practices.today()))
                .ifPresent(_ -> form.refuse("due", "Choose today or a later day."));
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        var put = calls.askByHand(whom(id), why.orElseThrow(), due.orElseThrow(), who.actor());
        return Next.to("/patients/" + id)
                .saying(
                        switch (put) {
                            case NEW -> "It stands among the calls.";
                            case SOONER -> "It stood among the calls for a later day, and is due on this one now.";
                            case STANDS -> "It stands among the calls already, for that day or an earlier one.";
                        });
    }

    /** The open call that was chosen; one that was settled meanwhile, or is somebody else's, is refused. */
    private Optional<Call> call(SignedIn who, PatientId patient, Filled form) {
        if (!form.has("call")) {
            return Optional.empty();
        }
        var chosen = sight.of(who, calls.openTo(patient)).stream()
                .filter(open -> open.id().toString().equals(form.value("call")))
                .findFirst();
        if (chosen.isEmpty()) {
            form.refuse("call", "That call stands on the list no more. Choose another one, or none.");
        }
        return chosen;
    }

    /** What they wait for that was chosen; what they wait for no more, or never did, is refused. */
    private Optional<Whom> wish(SignedIn who, PatientId patient, Filled form) {
        if (!form.has("wish")) {
            return Optional.empty();
        }
        var chosen = sight.wishes(who, patient).stream()
                .map(CallScope.Wish::whom)
                .filter(whom -> String.valueOf(whom.entry()).equals(form.value("wish")))
                .findFirst();
        if (chosen.isEmpty()) {
            form.refuse("wish", "They wait for that no more. Choose another one, or none.");
        }
        return chosen;
    }

    private static boolean isAnother(Whom called, Optional<Whom> wish) {
        return wish.filter(whom -> !Objects.equals(whom.entry(), called.entry()))
                .isPresent();
    }

    private Whom whom(PatientId id) {
        return Whom.of(pages.patient(id), mark.isOn(id));
    }
}
