package org.circlekeeper.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.OfferId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Offers of seats, on disk. */
@Repository
class OfferStore {

    private static final String COLUMNS = """
            select id, entry_id, group_id, first_day, status, made_by, made_at, expires_at
              from waitlist.offer
            """;

    private final JdbcClient db;

    OfferStore(JdbcClient db) {
        this.db = db;
    }

    List<Offer> of(EntryId entry) {
        return db.sql(COLUMNS + " where entry_id = :entry order by made_at desc, id desc limit 50")
                .param("entry", entry.value())
                .query(OfferStore::offer)
                .list();
    }

    /** The one that keeps a seat for somebody. */
    Optional<Offer> standing(EntryId entry) {
        return db.sql(COLUMNS + " where entry_id = :entry and status in ('OPEN', 'ACCEPTED')")
                .param("entry", entry.value())
                .query(OfferStore::offer)
                .optional();
    }

    /** Those that keep a seat, and those that were made after an instant. */
    List<Offer> standingOrAfter(Instant after) {
        return db.sql(COLUMNS + """
                 where status in ('OPEN', 'ACCEPTED')
                    or made_at > :after
                 order by made_at, id
                """)
                .param("after", Timestamp.from(after))
                .query(OfferStore::offer)
                .list();
    }

    /** For which patients seats of each group are kept: whoever was offered one, and those who come with them. */
    Map<GroupId, Set<PatientId>> promised() {
        var found = new HashMap<GroupId, Set<PatientId>>();
        db.sql("""
                        select o.group_id, e.patient_id
                          from waitlist.offer o
                          join waitlist.entry e on e.id = o.entry_id
                            or e.comes_with_id = o.entry_id and e.status in ('OFFERED', 'CLEARING')
                         where o.status in ('OPEN', 'ACCEPTED')
                           and e.patient_id is not null
                        """).query(row -> {
            found.computeIfAbsent(new GroupId(row.getObject("group_id", UUID.class)), _ -> new HashSet<>())
                    .add(new PatientId(row.getObject("patient_id", UUID.class)));
        });
        return found;
    }

    /** Those whose time is over; of those who come together the one whose offer brings the others'. */
    List<Offer> ended(Instant now) {
        return db.sql(COLUMNS + """
                 where status = 'OPEN'
                   and expires_at <= :now
                   and not exists (select
                                     from waitlist.entry e
                                     join waitlist.offer head on head.entry_id = e.comes_with_id
                                    where e.id = waitlist.offer.entry_id
                                      and head.status = 'OPEN')
                 order by made_at, id
                """)
                .param("now", Timestamp.from(now))
                .query(OfferStore::offer)
                .list();
    }

    void add(Offer offer) {
        db.sql("""
                        insert into waitlist.offer (id, entry_id, group_id, first_day, status, part2, made_by, made_at,
                                                    expires_at)
                        select :id, e.id, :group, :first, :status, e.part2, :by, :now, :until
                          from waitlist.entry e
                         where e.id = :entry
                        """)
                .param("id", offer.id().value())
                .param("entry", offer.entry().value())
                .param("group", offer.group().value())
                .param("first", offer.firstDay())
                .param("status", offer.status().name())
                .param("by", offer.madeBy())
                .param("now", Timestamp.from(offer.madeAt()))
                .param("until", Timestamp.from(offer.expiresAt()))
                .update();
    }

    /** False when it does not stand so any more. */
    boolean become(OfferId id, Offer.Status from, Offer.Status to, String by, Instant now) {
        return db.sql("""
                        update waitlist.offer
                           set status = :to, ended_by = :by, ended_at = :now
                         where id = :id
                           and status = :from
                        """)
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new EntryId(row.getObject("entry_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                Offer.Status.valueOf(row.getString("status")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
