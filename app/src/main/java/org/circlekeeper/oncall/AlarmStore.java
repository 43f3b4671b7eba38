package org.circlekeeper.oncall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.oncall.Alarm.Done;
import org.circlekeeper.oncall.Alarm.Status;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alarms, and who was paged for each, on disk. */
@Repository
class AlarmStore {

    private static final String COLUMNS = """
            select id, reason, subject, patient_id, raised_at, status, paged, paged_at, acknowledged_by,
                   acknowledged_at, closed_by, closed_at, note
              from oncall.alarm
            """;

    private static final String PAGES = """
            select p.alarm_id, p.person_id, p.at, p.letter, o.status, o.trouble, o.nobody_there
              from oncall.page p
              left join outbox.letter_facts o
                on o.practice_id = p.practice_id
               and o.kind = 'neutral-e-mail'
               and o.key = p.letter
            """;

    private final JdbcClient db;

    AlarmStore(JdbcClient db) {
        this.db = db;
    }

    /** False when it was raised before and nobody has closed it: until then the same cause is one alarm. */
    boolean add(Alarm alarm, String by) {
        var patient = alarm.patient();
        return db.sql("""
                        insert into oncall.alarm (id, reason, subject, patient_id, raised_by, raised_at, status, paged, paged_at)
                        values (:id, :reason, :subject, :patient, :by, :at, :status, :paged, :pagedAt)
                            on conflict (practice_id, reason, subject) where status <> 'CLOSED' do nothing
                        """)
                        .param("id", alarm.id().value())
                        .param("reason", alarm.reason())
                        .param("subject", alarm.subject())
                        .param("patient", patient == null ? null : patient.value())
                        .param("by", by)
                        .param("at", Timestamp.from(alarm.raisedAt()))
                        .param("status", alarm.status().name())
                        .param("paged", alarm.paged())
                        .param("pagedAt", Timestamp.from(alarm.pagedAt()))
                        .update()
                == 1;
    }

    /** The one that nobody has closed. */
    Optional<Alarm> of(String reason, UUID subject) {
        return db.sql(COLUMNS + " where reason = :reason and subject = :subject and status <> 'CLOSED'")
                .param("reason", reason)
                .param("subject", subject)
                .query(AlarmStore::alarm)
                .optional();
    }

    Optional<Alarm> find(AlarmId id) {
        return db.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(AlarmStore::alarm)
                .optional();
    }

    /** Those that nobody has closed, oldest first. */
    List<Alarm> open(int most) {
        return db.sql(COLUMNS + " where status <> 'CLOSED' order by raised_at, id limit :most")
                .param("most", most)
                .query(AlarmStore::alarm)
                .list();
    }

    List<Alarm> latest(int most) {
        return db.sql(COLUMNS + " order by raised_at desc, id desc limit :most")
                .param("most", most)
                .query(AlarmStore::alarm)
                .list();
    }

    /** The next was paged. False when another node was faster, or somebody answered meanwhile. */
    boolean paged(AlarmId id, int before, Instant at) {
        return db.sql("""
                        update oncall.alarm
                           set paged = :before + 1, paged_at = :at
                         where id = :id
                           and paged = :before
                           and status = 'PAGED'
                        """)
                        .param("before", before)
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void note(AlarmId alarm, int place, OnCallPerson person, String letter, Instant at) {
        db.sql("""
                        insert into oncall.page (alarm_id, place, person_id, at, email, letter)
                        values (:alarm, :place, :person, :at, :email, :letter)
                        """)
                .param("alarm", alarm.value())
                .param("place", place)
                .param("person", person.person().value())
                .param("at", Timestamp.from(at))
                .param("email", person.email())
                .param("letter", letter)
                .update();
    }

    /** Who was paged for an alarm, in order. */
    List<Paged> pages(AlarmId alarm) {
        return pages(List.of(alarm)).getOrDefault(alarm, List.of());
    }

    /** The same of several, in one question; one for which nobody was paged is not there. */
    Map<AlarmId, List<Paged>> pages(Collection<AlarmId> alarms) {
        var pages = new HashMap<AlarmId, List<Paged>>();
        if (!alarms.isEmpty()) {
            db.sql(PAGES + " where p.alarm_id = any(:alarms) order by p.alarm_id, p.place")
                    .param("alarms", alarms.stream().map(AlarmId::value).toArray(UUID[]::new))
                    .query(row -> {
                        var alarm = new AlarmId(row.getObject("alarm_id", UUID.class));
                        pages.computeIfAbsent(alarm, _ -> new ArrayList<>()).add(page(row, row.getRow()));
                    });
        }
        return pages;
    }

    /** The last page of each person of the list to the address that stands there now, for whatever alarm it was. */
    List<Paged> lastPages() {
        return db.sql("""
                        select distinct on (p.person_id) p.person_id, p.at, p.letter, o.status, o.trouble,
                               o.nobody_there
                          from oncall.page p
                          join oncall.person c
                            on c.practice_id = p.practice_id
                           and c.person_id = p.person_id
                           and c.email = p.email
                          left join outbox.letter_facts o
                            on o.practice_id = p.practice_id
                           and o.kind = 'neutral-e-mail'
                           and o.key = p.letter
                         order by p.person_id, p.at desc
                        """).query(AlarmStore::page).list();
    }

    Set<PersonId> pagedFor(AlarmId alarm) {
        return new HashSet<>(pages(alarm).stream().map(Paged::person).toList());
    }

    /** False when it does not stand like that any more. */
    boolean move(Alarm alarm, Status to, String by, @Nullable String note, Instant at) {
        if (!alarm.status().next().contains(to)) {
            throw new IllegalArgumentException("No alarm goes from " + alarm.status() + " to " + to);
        }
        return db.sql("""
                        update oncall.alarm
                           set status = :to,
                               acknowledged_by = case when :to = 'ACKNOWLEDGED' then cast(:by as text)
                                                      else acknowledged_by end,
                               acknowledged_at = case when :to = 'ACKNOWLEDGED' then cast(:at as timestamptz)
                                                      else acknowledged_at end,
                               closed_by = case when :to = 'CLOSED' then cast(:by as text) end,
                               closed_at = case when :to = 'CLOSED' then cast(:at as timestamptz) end,
                               note = cast(:note as text)
                         where id = :id
                           and status = :from
                        """)
                        .param("to", to.name())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("note", note)
                        .param("id", alarm.id().value())
                        .param("from", alarm.status().name())
                        .update()
                == 1;
    }

    private static Paged page(ResultSet row, int number) throws SQLException {
        return new Paged(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("at").toInstant(),
                way(row));
    }

    private static Paged.Way way(ResultSet row) throws SQLException {
        var letter = row.getString("letter");
        var status = row.getString("status");
        if (letter == null || "SENT".equals(status)) {
            return Paged.Way.LEFT;
        }
        if ("WAITING".equals(status)) {
            return row.getString("trouble") == null ? Paged.Way.UNDER_WAY : Paged.Way.WAITS;
        }
        return letter.isEmpty() || row.getBoolean("nobody_there") ? Paged.Way.NOBODY_THERE : Paged.Way.NEVER;
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        var patient = row.getObject("patient_id", UUID.class);
        return new Alarm(
                new AlarmId(row.getObject("id", UUID.class)),
                row.getString("reason"),
                row.getObject("subject", UUID.class),
                patient == null ? null : new PatientId(patient),
                row.getTimestamp("raised_at").toInstant(),
                Status.valueOf(row.getString("status")),
                row.getInt("paged"),
                row.getTimestamp("paged_at").toInstant(),
                done(row.getString("acknowledged_by"), row.getTimestamp("acknowledged_at")),
                done(row.getString("closed_by"), row.getTimestamp("closed_at")),
                row.getString("note"));
    }

    private static @Nullable Done done(@Nullable String by, @Nullable Timestamp at) {
        return by == null || at == null ? null : new Done(by, at.toInstant());
    }
}
