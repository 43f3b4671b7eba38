package org.circlekeeper.scheduling;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** Writes a calendar as other programs read it: RFC 5545, with the refreshing of RFC 7986. Pure. */
final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String HOURLY = "PT1H";

    private CalendarFile() {}

    /**
     * One event.
     *
     * @param uid stays the same whatever becomes of the event
     * @param sequence grows with every change
     * @param instead the time of the series that this event stands for; null for one that stands for itself
     * @param repeats null for one that is held once
     */
    record Event(
            String uid,
            int sequence,
            @Nullable LocalDateTime instead,
            LocalDateTime start,
            LocalDateTime end,
            Text text,
            boolean cancelled,
            @Nullable Repeats repeats) {}

    /** What somebody reads of it. */
    record Text(String summary, String description, String location) {}

    /** How it comes again: without its end, which is the last time that is planned, and without these times. */
    record Repeats(Recurrence rule, LocalDateTime last, List<LocalDateTime> but) {}

    static String of(String name, ZoneId zone, Instant now, List<Event> events) {
        var registry = TimeZoneRegistryFactory.getInstance().createRegistry();
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Circlekeeper//Calendar 1//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("NAME", name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("REFRESH-INTERVAL;VALUE=DURATION", HOURLY));
        calendar.add(new XProperty("X-PUBLISHED-TTL", HOURLY));
        calendar.add(zoneOf(zone, registry));
        events.stream()
                .sorted(Comparator.comparing(Event::uid)
                        .thenComparing(event -> event.instead() == null ? LocalDateTime.MIN : event.instead()))
                .forEach(event -> calendar.add(event(event, zone, now)));
        return written(calendar);
    }

    /** Lines are folded at 75 octets, as RFC 5545 asks. */
    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
        return text.toString();
    }

    private static VTimeZone zoneOf(ZoneId zone, TimeZoneRegistry registry) {
        return Objects.requireNonNull(registry.getTimeZone(zone.getId())).getVTimeZone();
    }

    private static VEvent event(Event event, ZoneId zone, Instant now) {
        var written = new VEvent(false);
        written.add(new Uid(event.uid()));
        written.add(new DtStamp(now));
        written.add(new Sequence(event.sequence()));
        var instead = event.instead();
        if (instead != null) {
            written.add(new RecurrenceId<ZonedDateTime>(instead.atZone(zone)));
        }
        written.add(new DtStart<ZonedDateTime>(event.start().atZone(zone)));
        written.add(new DtEnd<ZonedDateTime>(event.end().atZone(zone)));
        var repeats = event.repeats();
        if (repeats != null) {
            written.add(new RRule<ZonedDateTime>(rule(repeats, zone)));
            repeats.but().forEach(time -> written.add(without(time, zone)));
        }
        written.add(new Summary(event.text().summary()));
        if (!event.text().description().isEmpty()) {
            written.add(new Description(event.text().description()));
        }
        if (!event.text().location().isEmpty()) {
            written.add(new Location(event.text().location()));
        }
        written.add(new Clazz("PRIVATE"));
        written.add(new Status(event.cancelled() ? "CANCELLED" : "CONFIRMED"));
        return written;
    }

    private static ExDate<ZonedDateTime> without(LocalDateTime time, ZoneId zone) {
        var without = new ExDate<ZonedDateTime>(new DateList<>(List.of(time.atZone(zone))));
        without.add(new TzId(zone.getId()));
        return without;
    }

    /** The end of a rule stands in UTC where its beginning has a zone (RFC 5545, 3.3.10). */
    private static String rule(Repeats repeats, ZoneId zone) {
        var rule = repeats.rule();
        var endless = new Recurrence(rule.every(), rule.interval(), rule.on(), null, null);
        return endless + ";WKST=MO;UNTIL=" + UTC.format(repeats.last().atZone(zone));
    }
}
