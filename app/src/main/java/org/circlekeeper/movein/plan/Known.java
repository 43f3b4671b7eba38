package org.circlekeeper.movein.plan;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;

/**
 * What the practice holds already, as far as an import must know it.
 *
 * @param people names and birth dates of all patients, and how each is called
 * @param sits the groups in which each has, or had, a seat
 * @param sessions those in the time that the files speak of, and {@code sheets} what theirs say
 */
public record Known(
        ZoneId zone,
        Instant now,
        List<Practitioner> practitioners,
        List<Payer> payers,
        Map<String, PatientId> patients,
        Map<Someone, String> people,
        List<Group> groups,
        Map<PatientId, Set<GroupId>> sits,
        List<Series> series,
        List<Session> sessions,
        Map<SessionId, OnSheet> sheets,
        Map<Kind, Map<String, Kept>> rows) {

    public Known {
        rows = new EnumMap<>(rows);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Where a session lies; empty when its leader is not here. */
    Optional<Slot> slot(Session session) {
        var local = session.startsAt().atZone(zone);
        return practitioners.stream()
                .filter(practitioner -> practitioner.id().equals(session.leader()))
                .findFirst()
                .map(leader -> new Slot(leader.npi(), local.toLocalDate(), local.toLocalTime()));
    }

    Optional<Kept> row(Kind kind, String key) {
        return Optional.ofNullable(rows.getOrDefault(kind, Map.of()).get(key));
    }

    Set<String> keys(Kind kind) {
        return rows.getOrDefault(kind, Map.of()).keySet();
    }

    /** What the sheet of a session here says already; {@code closedByFiles} when an import closed it and no person. */
    public record OnSheet(boolean closed, boolean closedByFiles, Map<PatientId, Presence> seats) {}

    /** Enough to tell that two rows may be one person. */
    public record Someone(String name, LocalDate birthDate) {

        public static Someone of(PersonName name, LocalDate birthDate) {
            return new Someone(plain(name.first() + " " + name.last()), birthDate);
        }

        static String plain(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFC)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
