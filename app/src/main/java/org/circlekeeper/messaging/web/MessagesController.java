package org.circlekeeper.messaging.web;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.messaging.MessageId;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.messaging.Replies;
import org.circlekeeper.messaging.Reply;
import org.circlekeeper.messaging.Sight;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.patients.Recipient.Outside;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was written to each member, a form to write, and what is held and can be taken back. */
@Controller
@ConditionalOnWebApplication
public class MessagesController {

    private static final String READ = "This member reads what you write, or whoever acts for them.";
    private static final String UNREAD = "This member has no pages of their own yet, and reads nothing of this there.";
    private static final String CALL = "Nobody tells them but you: call them.";

    private final Messages messages;
    private final Replies replies;
    private final Patients patients;
    private final Part2Mark mark;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    MessagesController(
            Messages messages,
            Replies replies,
            Patients patients,
            Part2Mark mark,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.messages = messages;
        this.replies = replies;
        this.patients = patients;
        this.mark = mark;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything the list shows. */
    public record Page(List<MessageLine> held, List<MessageLine> threads) {}

    /**
     * Everything a thread shows.
     *
     * @param says who reads what stands here
     * @param outside what a member is told outside, in a sentence
     * @param part2 whether the mark of 42 CFR Part 2 is shown to whoever reads
     * @param about the topics that whoever looks may write about
     */
    public record ThreadPage(
            String href,
            String member,
            String name,
            String says,
            String outside,
            boolean written,
            boolean part2,
            List<Choice> about,
            List<MessageLine> messages,
            int longest,
            Filled form) {}

    @Bean
    static NavEntry messagesEntry() {
        return new NavEntry(370, "Messages", "/messages", "e", Permission.ANSWER_MEMBERS);
    }

    @Needs(Permission.ANSWER_MEMBERS)
    @GetMapping("/messages")
    ModelAndView list(SignedIn who) {
        var sight = messages.sight(who);
        var held = messages.held(sight);
        var latest = latest(messages.latest(sight), replies.latest(sight));
        var shown = latest.stream().map(Said::patient).distinct().toList();
        var names = patients.byId(shown);
        audit.shown(
                who.actor(),
                "list of messages",
                shown.stream().map(PatientId::value).toList(),
                "who was written to");
        return new ModelAndView(
                "org/circlekeeper/messaging/web/messages",
                "page",
                new Page(lines(held.stream().map(Said::of).toList(), names), lines(latest, names)));
    }

    /** The last thing in each thread, newest first; what nobody of the practice has read comes before all else. */
    private static List<Said> latest(List<Message> messages, List<Reply> replies) {
        var last = new HashMap<PatientId, Said>();
        Stream.concat(messages.stream().map(Said::of), replies.stream().map(Said::of))
                .forEach(one -> last.merge(one.patient(), one, Said::later));
        return last.values().stream()
                .sorted(comparing(Said::isUrgent)
                        .thenComparing(Said::isUnread)
                        .thenComparing(Said::at)
                        .reversed())
                .toList();
    }

    @Needs(Permission.ANSWER_MEMBERS)
    @GetMapping("/messages/{id}")
    ModelAndView thread(SignedIn who, @PathVariable PatientId id) {
        var sight = messages.sight(who);
        var patient = open(sight, id);
        var theirs = replies.of(id, sight);
        var page = thread(who, patient, sight, theirs, Filled.blank("message"));
        replies.read(id, theirs, who);
        return page;
    }

    @Needs(Permission.ANSWER_MEMBERS)
    @PostMapping("/messages/{id}")
    Object write(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var sight = messages.sight(who);
        var patient = open(sight, id);
        var form = Filled.in("message", typed);
        var topic = form.read("topic", "Choose what it is about: that decides who reads it.", Topic::valueOf);
        topic.filter(one -> !sight.topics(id).contains(one))
                .ifPresent(_ -> form.refuse("topic", "Choose one of these."));
        var text = form.value("text").replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            form.refuse("text", "Write what the member is to read.");
        } else if (text.length() > Messages.LONGEST) {
            form.refuse("text", "At most " + Messages.LONGEST + " letters: these are " + text.length() + ".");
        }
        if (form.isWrong()) {
            return thread(who, patient, sight, replies.of(id, sight), form);
        }
        var to = patients.recipient(id).orElseThrow();
        var queued = messages.queue(to, topic.orElseThrow(), text, who.actor());
        return Next.to("/messages/" + id)
                .saying("Held for three minutes, then it is in their inbox.")
                .undo("/messages/held/" + queued + "/undo");
    }

    @Needs(Permission.ANSWER_MEMBERS)
    @PostMapping("/messages/held/{id}/undo")
    Next undo(SignedIn who, @PathVariable MessageId id) {
        var sight = messages.sight(who);
        var message = messages.find(id)
                .filter(one -> sight.topics(one.patient()).contains(one.topic()))
                .orElseThrow(MessagesController::notTheirs);
        var back = Next.to("/messages/" + message.patient());
        return messages.undo(id, who.actor())
                ? back.saying("Taken back. It never left.")
                : back.refusing(tooLate(messages.find(id).orElse(message)));
    }

    private static String tooLate(Message message) {
        return switch (message.status()) {
            case UNDONE -> "It is taken back already.";
            case FAILED, BOUNCED, KEPT -> "It was too late: it is in their inbox. No e-mail left.";
            case HELD, SENT -> "It was too late: the message has gone.";
        };
    }

    private ModelAndView thread(SignedIn who, Patient patient, Sight sight, List<Reply> theirs, Filled form) {
        var id = patient.id();
        audit.shown(who.actor(), "messages to a member", List.of(id.value()), "thread");
        var outside = patients.recipient(id).map(Recipient::outside).orElseThrow();
        boolean open = messages.isInboxOpen(id);
        var page = new ThreadPage(
                "/messages/" + id,
                "/patients/" + id,
                patient.name().toString(),
                (open ? READ : UNREAD) + " So do colleagues who write about the same.",
                outside(outside, open),
                outside instanceof Outside.Email,
                mark.isShownTo(who, id),
                sight.topics(id).stream()
                        .sorted()
                        .map(topic -> new Choice(topic.name(), topic.onScreen()))
                        .toList(),
                lines(thread(messages.thread(id, sight), theirs), Map.of(id, patient)),
                Messages.LONGEST,
                form);
        var view = new ModelAndView("org/circlekeeper/messaging/web/thread", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static String outside(Outside outside, boolean open) {
        return switch (outside) {
            case Outside.Email _ ->
                "They are told by e-mail that there is a message, and nothing of what it says."
                        + (open ? "" : " To hear it they call.");
            case Outside.None none -> none.why() + (open ? " The message is in their inbox alone." : " " + CALL);
        };
    }

    /** Both sides, newest first. */
    private static List<Said> thread(List<Message> ours, List<Reply> theirs) {
        return Stream.concat(ours.stream().map(Said::of), theirs.stream().map(Said::of))
                .sorted(comparing(Said::at).reversed())
                .toList();
    }

    private List<MessageLine> lines(List<Said> of, Map<PatientId, Patient> names) {
        var zone = practices.current().zone();
        var now = clock.instant();
        var lines = new ArrayList<MessageLine>();
        for (var one : of) {
            var patient = names.get(one.patient());
            if (patient != null) {
                lines.add(one.line(patient.name().toString(), zone, now));
            }
        }
        return lines;
    }

    /** Lets a person on to a member's thread, or refuses: alike whether there is such a member or not. */
    private Patient open(Sight sight, PatientId id) {
        return patients.find(id)
                .filter(_ -> !sight.topics(id).isEmpty()
                        || sight.hears(id) && !replies.of(id, sight).isEmpty())
                .orElseThrow(MessagesController::notTheirs);
    }

    private static NotYours notTheirs() {
        return NotYours.ofAnotherLeader(Permission.ANSWER_MEMBERS);
    }
}
