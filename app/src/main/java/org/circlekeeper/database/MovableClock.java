package org.circlekeeper.database;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock of the program. It is the machine's, unless a trial home was told another time or the demo moves it.
 */
public final class MovableClock extends Clock {

    /** What lies outside of these years is a slip of the keyboard. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2199-12-31T23:59:59Z");

    private final Clock ticking;
    private volatile Duration ahead;

    private MovableClock(Clock ticking, Duration ahead) {
        this.ticking = ticking;
        this.ahead = ahead;
    }

    /** The machine's time. */
    public static MovableClock running() {
        return new MovableClock(Clock.systemUTC(), Duration.ZERO);
    }

    /** Begins at an instant and runs on. */
    public static MovableClock runningFrom(Instant start) {
        var clock = running();
        clock.moveTo(start);
        return clock;
    }

    /** The clock of a home that was told an instant, or of one that was told nothing. */
    public static MovableClock told(String told, HomeUse use) {
        if (told.isBlank()) {
            return running();
        }
        try {
            var instant = Instant.parse(told.strip());
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new DateTimeException("No practice has been at work then");
            }
            return use == HomeUse.COMMAND ? standingAt(instant) : runningFrom(instant);
        } catch (DateTimeException unreadable) {
            throw new CannotStart(
                    "CIRCLEKEEPER_CLOCK reads like 2026-11-23T15:00:00Z; it is set to \"" + told + "\".", unreadable);
        }
    }

    /** Stands still. */
    public static MovableClock standingAt(Instant instant) {
        return new MovableClock(Clock.fixed(instant, ZoneOffset.UTC), Duration.ZERO);
    }

    public void moveTo(Instant instant) {
        ahead = Duration.between(ticking.instant(), instant);
    }

    @Override
    public Instant instant() {
        return ticking.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
