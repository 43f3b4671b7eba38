package org.circlekeeper.messaging.web;

import java.time.Instant;
import java.time.ZoneId;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A message as a page shows it.
 *
 * @param undo where it is taken back; null when it cannot be any more
 * @param says more about how it stands, empty when there is no more
 */
public record MessageLine(
        String href,
        String name,
        String about,
        String text,
        String written,
        Tone tone,
        String word,
        String says,
        @Nullable String undo) {

    private static final String CRISIS = "Words in it can mean danger to life, or something else: read it first. "
            + "They were shown 988 and 911, and that nobody watches this inbox day and night.";

    static MessageLine of(Message message, String name, ZoneId zone, Instant now) {
        boolean held = message.isHeld(now);
        return new MessageLine(
                "/messages/" + message.patient(),
                name,
                message.topic().onScreen(),
                message.text(),
                message.writtenBy() + ", " + Words.moment(message.writtenAt(), zone),
                held ? Tone.WAIT : tone(message),
                held ? "Held until " + Words.time(message.goesAt().atZone(zone).toLocalTime()) : word(message),
                held ? left(message, now) : (says(message) + opened(message, zone)).strip(),
                held ? "/messages/held/" + message.id() + "/undo" : null);
    }

    /** What a member wrote. */
    static MessageLine of(Reply reply, String name, ZoneId zone) {
        return new MessageLine(
                "/messages/" + reply.patient(),
                name,
                reply.topic().onScreen(),
                reply.text(),
                reply.saidBy() + ", " + Words.moment(reply.saidAt(), zone),
                !reply.isUnread() ? Tone.CALM : reply.crisis() ? Tone.BAD : Tone.WAIT,
                (reply.isUnread() ? "New from them" : "From them") + (reply.crisis() ? ", words of crisis" : ""),
                reply.crisis() && reply.isUnread() ? CRISIS : "",
                null);
    }

    private static Tone tone(Message message) {
        return switch (message.status()) {
            case HELD, KEPT -> Tone.WAIT;
            case SENT -> message.reason().isEmpty() ? Tone.GOOD : Tone.WAIT;
            case FAILED, BOUNCED -> Tone.BAD;
            case UNDONE -> Tone.NONE;
        };
    }

    private static String word(Message message) {
        return switch (message.status()) {
            case HELD -> "In the inbox, e-mail waits";
            case KEPT -> "In the inbox, told nowhere else";
            case SENT ->
                message.reason().isEmpty() ? "In the inbox, told by e-mail" : "In the inbox, not told on trial";
            case FAILED -> "In the inbox, e-mail failed";
            case BOUNCED -> "In the inbox, e-mail came back";
            case UNDONE -> "Taken back";
        };
    }

    private static String says(Message message) {
        return switch (message.status()) {
            case HELD -> "";
            case KEPT -> message.insideWhy();
            case SENT, FAILED, BOUNCED -> message.reason();
            case UNDONE -> "By " + message.settledBy() + ". It never left.";
        };
    }

    private static String opened(Message message, ZoneId zone) {
        var at = message.openedAt();
        var byThem = at == null ? "" : " They opened it, " + Words.moment(at, zone) + ".";
        return message.openedFor().isEmpty()
                ? byThem
                : byThem + " Opened by " + message.openedFor() + ", who acts for them.";
    }

    private static String left(Message message, Instant now) {
        long seconds = message.goesAt().getEpochSecond() - now.getEpochSecond();
        return Words.count((seconds + 59) / 60, "minute", "minutes") + " left to take it back.";
    }
}
