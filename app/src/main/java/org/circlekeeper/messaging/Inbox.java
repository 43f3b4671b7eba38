package org.circlekeeper.messaging;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
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
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    Inbox(MessageStore messages, ReplyStore replies, Patients patients, AuditTrail audit, Clock clock) {
        this.messages = messages;
        this.replies = replies;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One thing in a thread.
     *
     * @param toPractice whether the member wrote it, or somebody who acts for them
     * @param by who wrote it, as the audit trail calls them
     * @param unread whether the reader opens it for the first time
     * @param seen whether the practice has read it, when it was written to it
     * @param crisis whether words stand in it, written to the practice, that can mean danger to life
     */
    public record Item(
            boolean toPractice, String text, String by, Instant at, boolean unread, boolean seen, boolean crisis) {}

    /**
     * Who reads an inbox.
     *
     * @param own whether it is their own; else they act for the member, and what they open stays new to the member
     */
    public record Reader(UUID account, String label, boolean own) {}

    /** About what something waits that the reader has not opened, and how many; none where a topic is missing. */
    public Map<Topic, Long> unread(PatientId member, Reader reader) {
        return messages.unopened(member, reader, clock.instant());
    }

    /** Newest first, at most 500 of each side. */
    public List<Item> thread(PatientId member, Topic topic, Reader reader) {
        return items(messages.inbox(member, topic, reader, clock.instant(), MOST), member, topic);
    }

    /** The same for a reader who has it before them from now on: what is among it, and no more, is opened. */
    public List<Item> open(PatientId member, Topic topic, Reader reader) {
        var now = clock.instant();
        var there = messages.inbox(member, topic, reader, now, MOST);
        var fresh = there.stream()
                .filter(one -> !one.opened())
                .map(MessageStore.InInbox::id)
                .toList();
        if (!fresh.isEmpty()) {
            messages.open(fresh, reader, now);
            audit.did(
                    new Actor.Member(reader.account(), reader.label()),
                    "opened what was written to them",
                    "patient " + member,
                    List.of(member.value()),
                    "");
        }
        return items(there, member, topic);
    }

    private List<Item> items(List<MessageStore.InInbox> there, PatientId member, Topic topic) {
        var items = new ArrayList<Item>();
        for (var one : there) {
            items.add(new Item(false, one.text(), one.by(), one.at(), !one.opened(), false, false));
        }
        for (var reply : replies.of(member, EnumSet.of(topic), MOST)) {
            items.add(new Item(
                    true, reply.text(), reply.saidBy(), reply.saidAt(), false, !reply.isUnread(), reply.crisis()));
        }
        items.sort(comparing(Item::at).reversed());
        return items;
    }

    /** The member writes. False when they wrote too often within the hour: then nothing is kept. */
    public boolean reply(PatientId member, Topic topic, String text, Actor actor) {
        var now = clock.instant();
        var said = text.strip();
        var reply = new Reply(
                new ReplyId(NewId.at(now)), member, topic, said, actor.label(), now, null, CrisisWords.areIn(said));
        boolean kept = replies.add(reply, AN_HOUR, now.minus(Duration.ofHours(1)));
        if (kept) {
            patients.workOn(member);
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
