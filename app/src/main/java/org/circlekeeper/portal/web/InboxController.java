package org.circlekeeper.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.messaging.Inbox;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.Account;
import org.circlekeeper.portal.Shell;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.portal.Unsent;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A member's inbox: a thread for each topic, and a form to write back. */
@Controller
@ConditionalOnWebApplication
public class InboxController {

    /** Where help is stands above the thread for so long after words that called for it. */
    private static final Duration HELP_SHOWN = Duration.ofHours(24);

    private final Inbox inbox;
    private final Shells shells;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;
    private final Unsent unsent;
    private final Clock clock;

    InboxController(
            Inbox inbox,
            Shells shells,
            Patients patients,
            Practices practices,
            AuditTrail audit,
            Unsent unsent,
            Clock clock) {
        this.inbox = inbox;
        this.patients = patients;
        this.shells = shells;
        this.practices = practices;
        this.audit = audit;
        this.unsent = unsent;
        this.clock = clock;
    }

    /** Everything the list shows. */
    public record Page(Shell shell, List<Thread> threads) {
        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    /** One topic, and how much of it is new. */
    public record Thread(String href, String topic, long unread) {}

    /**
     * Everything a thread shows.
     *
     * @param help whether where help is stands above all else
     * @param again whether the form holds what was typed before a sign-in ended
     */
    public record ThreadPage(
            Shell shell,
            String href,
            Topic topic,
            List<Letter> letters,
            Filled form,
            boolean help,
            boolean again,
            int longest) {
        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    /** One thing that was written, to the practice or by it; {@code says} is by whom and when. */
    public record Letter(boolean toPractice, String text, String says) {}

    /** What stands in a thread, and whether its writer is shown where help is. */
    private record Read(List<Letter> letters, boolean help) {}

    @ForMembers(MemberPart.MESSAGES)
    @GetMapping("/portal/messages")
    ModelAndView list(SignedInMember who, Tongue tongue) {
        var unread = inbox.unread(who.member(), who.reader());
        shown(who, "a member's inbox");
        var threads = Arrays.stream(Topic.values())
                .map(topic -> new Thread(href(topic), tongue.say("messages." + topic), unread.getOrDefault(topic, 0L)))
                .toList();
        return new ModelAndView("org/circlekeeper/portal/web/inbox", "page", new Page(shells.of(who, tongue), threads));
    }

    @ForMembers(MemberPart.MESSAGES)
    @GetMapping("/portal/messages/{topic}")
    ModelAndView thread(SignedInMember who, Tongue tongue, @PathVariable String topic) {
        var about = topic(topic);
        var read = letters(inbox.open(who.member(), about, who.reader()), who, tongue);
        return page(HttpStatus.OK, who, about, tongue, read, Filled.in("reply", unsent.of(who, href(about))));
    }

    @ForMembers(MemberPart.MESSAGES)
    @PostMapping("/portal/messages/{topic}")
    Object write(
            SignedInMember who, Tongue tongue, @PathVariable String topic, @RequestParam Map<String, String> typed) {
        var about = topic(topic);
        var form = Filled.in("reply", typed);
        var text = form.read("text", tongue.say("messages.empty", Messages.LONGEST), Filled.atMost(Messages.LONGEST));
        if (text.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, who, about, tongue, letters(who, about, tongue), form);
        }
        if (!inbox.reply(who.member(), about, text.get(), who.actor())) {
            form.refuse(
                    "text",
                    tongue.say("messages.tooMany", practices.current().phone().toString()));
            return page(HttpStatus.TOO_MANY_REQUESTS, who, about, tongue, letters(who, about, tongue), form);
        }
        unsent.forget(who, href(about));
        return Next.to(href(about)).saying(tongue.say("messages.sent"));
    }

    private ModelAndView page(
            HttpStatus status, SignedInMember who, Topic topic, Tongue tongue, Read read, Filled form) {
        shown(who, "a member's thread");
        var page = new ThreadPage(
                shells.of(who, tongue),
                href(topic),
                topic,
                read.letters(),
                form,
                read.help(),
                status == HttpStatus.OK && form.has("text"),
                Messages.LONGEST);
        var view = new ModelAndView("org/circlekeeper/portal/web/thread", "page", page);
        view.setStatus(status);
        return view;
    }

    private Read letters(SignedInMember who, Topic topic, Tongue tongue) {
        return letters(inbox.thread(who.member(), topic, who.reader()), who, tongue);
    }

    private Read letters(List<Inbox.Item> thread, SignedInMember who, Tongue tongue) {
        var zone = practices.current().zone();
        var since = clock.instant().minus(HELP_SHOWN);
        return new Read(
                thread.stream().map(item -> letter(item, who, zone, tongue)).toList(),
                thread.stream().anyMatch(item -> item.crisis() && item.at().isAfter(since)));
    }

    private Letter letter(Inbox.Item item, SignedInMember who, ZoneId zone, Tongue tongue) {
        var when = tongue.moment(item.at(), zone);
        return item.toPractice()
                ? new Letter(
                        true,
                        item.text(),
                        writer(item, who, when, tongue) + ", "
                                + tongue.say(item.seen() ? "messages.read" : "messages.unread"))
                : new Letter(false, item.text(), tongue.say("messages.from", item.by(), when));
    }

    /** Of two who write from one member's pages each reads whose words they are. */
    private String writer(Inbox.Item item, SignedInMember who, String when, Tongue tongue) {
        if (item.by().equals(who.label())) {
            return tongue.say("messages.own", when);
        }
        var name = item.by().equals(Account.MEMBER)
                ? patients.find(who.member()).orElseThrow().name().toString()
                : item.by();
        return tongue.say("messages.by", name, when);
    }

    private void shown(SignedInMember who, String what) {
        audit.shown(who.actor(), what, List.of(who.member().value()), "members' pages");
    }

    private static String href(Topic topic) {
        return "/portal/messages/" + topic.name().toLowerCase(Locale.ROOT);
    }

    private static Topic topic(String word) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
