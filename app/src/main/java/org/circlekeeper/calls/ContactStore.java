package org.circlekeeper.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said with whom, on disk: rows are added. */
@Repository
class ContactStore {

    private static final String LINES = """
            select for_entry, at, channel, outcome, said, next_step, next_day, made_by
              from calls.contact
            """;

    private static final String NEWEST = """
             order by at desc, id desc
             limit 200
            """;

    private final JdbcClient db;

    ContactStore(JdbcClient db) {
        this.db = db;
    }

    void add(UUID id, Whom whom, Contact contact) {
        db.sql("""
                        insert into calls.contact (id, patient_id, for_entry, at, channel, outcome, said, next_step,
                                                   next_day, part2, made_by)
                        values (:id, :patient, :entry, :at, :channel, :outcome, :said, :step, :day, :part2, :by)
                        """)
                .param("id", id)
                .param("patient", CallStore.value(whom.patient()))
                .param("entry", whom.entry())
                .param("at", Timestamp.from(contact.at()))
                .param("channel", contact.channel().name())
                .param("outcome", contact.outcome().name())
                .param("said", contact.said())
                .param("step", contact.nextStep())
                .param("day", contact.nextDay())
                .param("part2", whom.part2())
                .param("by", contact.by())
                .update();
    }

    List<Contact> of(PatientId patient) {
        return kept(patient).stream().map(Kept::contact).toList();
    }

    /** A line, and the entry of the waitlist that it was about. */
    record Kept(@Nullable UUID entry, Contact contact) {}

    List<Kept> kept(PatientId patient) {
        return db.sql(LINES + " where patient_id = :patient" + NEWEST)
                .param("patient", patient.value())
                .query((row, number) -> new Kept(row.getObject("for_entry", UUID.class), contact(row, number)))
                .list();
    }

    List<Contact> of(UUID entry) {
        return db.sql(LINES + " where for_entry = :entry" + NEWEST)
                .param("entry", entry)
                .query(ContactStore::contact)
                .list();
    }

    /**
     * When each entry was last tried, and how often in vain since it was last reached. What came by the form is their
     * try to reach the practice, and none of the practice's.
     */
    Map<UUID, Calls.Tried> tried() {
        var found = new HashMap<UUID, Calls.Tried>();
        db.sql("""
                        select c.for_entry, max(c.at) as last,
                               count(*) filter (where c.outcome <> 'SPOKE'
                                                  and c.at > coalesce(r.reached, '-infinity')) as in_vain
                          from calls.contact c
                          left join (select for_entry, max(at) as reached
                                       from calls.contact
                                      where outcome = 'SPOKE'
                                      group by for_entry) r on r.for_entry = c.for_entry
                         where c.for_entry is not null
                           and c.channel <> 'FORM'
                         group by c.for_entry
                        """).query(row -> {
            found.put(
                    row.getObject("for_entry", UUID.class),
                    new Calls.Tried(row.getTimestamp("last").toInstant(), row.getInt("in_vain")));
        });
        return found;
    }

    void isPatient(UUID entry, PatientId patient) {
        db.sql("update calls.contact set patient_id = :patient where for_entry = :entry")
                .param("entry", entry)
                .param("patient", patient.value())
                .update();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new Contact(
                at,
                Contact.Channel.valueOf(row.getString("channel")),
                Contact.Outcome.valueOf(row.getString("outcome")),
                row.getString("said"),
                row.getString("next_step"),
                row.getObject("next_day", LocalDate.class),
                row.getString("made_by"));
    }
}
