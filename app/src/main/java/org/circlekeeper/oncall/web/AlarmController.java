package org.circlekeeper.oncall.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.oncall.Alarm;
import org.circlekeeper.oncall.AlarmId;
import org.circlekeeper.oncall.Paged;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
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

/** One alarm: a clinician takes it on, and closes it with a note of what was done. */
@Controller
@ConditionalOnWebApplication
public class AlarmController {

    private final Pager pager;
    private final Patients patients;
    private final People people;
    private final Practices practices;
    private final AuditTrail audit;

    AlarmController(Pager pager, Patients patients, People people, Practices practices, AuditTrail audit) {
        this.pager = pager;
        this.patients = patients;
        this.people = people;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * Everything the page shows.
     *
     * @param member about whom, and {@code memberHref} their page; both null for a test
     * @param reach how and as whom to reach them, in lines: whoever takes it on may not lead a group of theirs
     * @param lines what became of it, oldest first
     */
    public record Page(
            String href,
            String raised,
            Tone tone,
            String word,
            @Nullable String member,
            @Nullable String memberHref,
            List<String> reach,
            List<String> lines,
            boolean takesOn,
            boolean closes,
            @Nullable String note,
            Filled form) {}

    @Needs(Permission.ANSWER_ALARMS)
    @GetMapping("/alarms/{id}")
    ModelAndView show(SignedIn who, @PathVariable AlarmId id) {
        return page(who, alarm(id), Filled.blank("close"));
    }

    @Needs(Permission.ANSWER_ALARMS)
    @PostMapping("/alarms/{id}/acknowledgement")
    Next acknowledge(SignedIn who, @PathVariable AlarmId id) {
        var back = Next.to("/alarms/" + id);
        return pager.acknowledge(alarm(id), who.actor())
                ? back.saying("It is yours. Nobody else is paged. Close it with a note when it is done.")
                : back.refusing("Somebody has taken it on already, or it is closed.");
    }

    @Needs(Permission.ANSWER_ALARMS)
    @PostMapping("/alarms/{id}/closing")
    Object close(SignedIn who, @PathVariable AlarmId id, @RequestParam Map<String, String> typed) {
        var alarm = alarm(id);
        var form = Filled.in("close", typed);
        var note = form.text("note", "Write what was done: it is kept with your name.");
        if (form.isWrong()) {
            return page(who, alarm, form);
        }
        var back = Next.to("/alarms/" + id);
        return pager.close(alarm, note.orElseThrow(), who.actor())
                ? back.saying("Closed.")
                : back.refusing("It was closed already, or has changed meanwhile. Look at it as it stands now.");
    }

    private ModelAndView page(SignedIn who, Alarm alarm, Filled form) {
        var zone = practices.current().zone();
        var about = alarm.patient();
        var patient = about == null ? null : patients.find(about).orElse(null);
        audit.shown(who.actor(), "an alarm", about == null ? List.of() : List.of(about.value()), "alarm " + alarm.id());
        var page = new Page(
                alarm.href(),
                Words.moment(alarm.raisedAt(), zone),
                tone(alarm),
                word(alarm, !pager.inFiles(List.of(alarm)).isEmpty()),
                patient == null ? null : patient.name().toString(),
                about == null ? null : "/patients/" + about,
                patient == null ? List.of() : reach(patient),
                lines(who, alarm),
                alarm.status().next().contains(Alarm.Status.ACKNOWLEDGED),
                alarm.status().next().contains(Alarm.Status.CLOSED),
                alarm.note(),
                form);
        var view = new ModelAndView("org/circlekeeper/oncall/web/alarm", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static List<String> reach(Patient patient) {
        var phone = patient.phone();
        var address = patient.address();
        return Stream.of(
                        phone == null ? "No telephone number is known." : "Telephone: " + phone,
                        patient.email().isBlank() ? "" : "E-mail: " + patient.email(),
                        "Born: " + Words.birthDay(patient.birthDate()),
                        address == null
                                ? "No address is known."
                                : "Lives at: "
                                        + Stream.of(
                                                        address.line(),
                                                        address.line2(),
                                                        address.city(),
                                                        address.state() + " " + address.zipOnPaper())
                                                .filter(part -> !part.isBlank())
                                                .collect(Collectors.joining(", ")))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<String> lines(SignedIn who, Alarm alarm) {
        var zone = practices.current().zone();
        var colleagues = people.inPractice(who.practice());
        var lines = new ArrayList<String>();
        for (var page : pager.pages(alarm.id())) {
            lines.add(OnCallController.name(colleagues, page.person()) + way(page) + Words.moment(page.at(), zone));
        }
        var taken = alarm.acknowledged();
        if (taken != null) {
            lines.add(taken.by() + " took it on, " + Words.moment(taken.at(), zone));
        }
        var closed = alarm.closed();
        if (closed != null) {
            lines.add(closed.by() + " closed it, " + Words.moment(closed.at(), zone));
        }
        return lines;
    }

    private static String way(Paged page) {
        return switch (page.way()) {
            case UNDER_WAY, LEFT -> " was asked to sign in, ";
            case FILE -> " was not asked, for on trial the e-mail is a file: ";
            case WAITS -> " could not be asked yet, for e-mail waits: ";
            case NOBODY_THERE -> " was not reached, for their address takes no mail: ";
            case NEVER -> " was not reached, for the e-mail did not go: ";
        };
    }

    /** @param inFile whether its pages are files, on trial */
    static String word(Alarm alarm, boolean inFile) {
        return switch (alarm.status()) {
            case PAGED -> inFile ? "Nobody was asked: on trial a page is a file" : "Somebody on call was asked";
            case UNANSWERED -> inFile ? "Nobody was asked: on trial pages are files" : "Nobody has answered";
            case ACKNOWLEDGED -> "Taken on";
            case CLOSED -> "Closed";
        };
    }

    private static Tone tone(Alarm alarm) {
        return switch (alarm.status()) {
            case PAGED, UNANSWERED -> Tone.BAD;
            case ACKNOWLEDGED -> Tone.WAIT;
            case CLOSED -> Tone.GOOD;
        };
    }

    private Alarm alarm(AlarmId id) {
        return pager.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
