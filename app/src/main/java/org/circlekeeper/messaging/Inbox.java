package org.circlekeeper.messaging;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** One member's inbox, as they read it: a thread for each topic, and nothing that is still held. */
@Component
public class Inbox {

    /** So many replies in an hour are a conversation; more are for the telephone. */
    public static final int AN_HOUR = 20;

    private static final int MOST = 500;

    private final MessageStore messages;
    private final ReplyStore replies;
    private final AuditTrail audit;
    private final Clock clock;

    Inbox(MessageStore messages, ReplyStore replies, AuditTrail audit, Clock clock) {
        this.messages = messages;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One thing in a thread.
     *
     * @param toPractice whether the member wrote it, or somebody who acts for them
     * @param by who wrote it, as the audit trail calls them
     * @param unread whether the member opens it for the first time
     * @param seen whether the practice has read it, when it was written to it
     * @param crisis whether words stand in it, written to the practice, that can mean danger to life
     */
    public record Item(
            boolean toPractice, String text, String by, Instant at, boolean unread, boolean seen, boolean crisis) {}

    /** About what something waits that they have not opened, and how many; none where a topic is missing. */
    public Map<Topic, Long> unread(PatientId member) {
        return messages.unopened(member, clock.instant());
    }

    /** Newest first, at most 500 of each side. */
    public List<Item> thread(PatientId member, Topic topic) {
        var items = new ArrayList<Item>();
        for (var one : messages.inbox(member, topic, clock.instant(), MOST)) {
            items.add(new Item(false, one.text(), one.by(), one.at(), one.openedAt() == null, false, false));
        }
        for (var reply : replies.of(member, EnumSet.of(topic), MOST)) {
            items.add(new Item(
                    true, reply.text(), reply.saidBy(), reply.saidAt(), false, !reply.isUnread(), reply.crisis()));
        }
        items.sort(comparing(Item::at).reversed());
        return items;
    }

    /** The member has the thread before them. */
    public void open(PatientId member, Topic topic, Actor actor) {
        var opened = messages.open(member, topic, clock.instant());
        if (opened > 0) {
            audit.did(actor, "opened what was written to them", "patient " + member, List.of(member.value()), "");
        }
    }

    /** The member writes. False when they wrote too often within the hour: then nothing is kept. */
    public boolean reply(PatientId member, Topic topic, String text, Actor actor) {
        var now = clock.instant();
        var said = text.strip();
        var reply = new Reply(
                new ReplyId(NewId.at(now)), member, topic, said, actor.label(), now, null, CrisisWords.areIn(said));
        boolean kept = replies.add(reply, AN_HOUR, now.minus(Duration.ofHours(1)));
        if (kept) {
            audit.did(
                    actor,
                    "wrote to the practice",
                    "reply " + reply.id(),
                    List.of(member.value()),
                    "about " + topic.onScreen());
        }
        return kept;
    }
}
