package org.circlekeeper.oncall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.oncall.OnCallPerson.Hours;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Phone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of who is on call, on disk. */
@Repository
class OnCallStore {

    private final JdbcClient db;

    OnCallStore(JdbcClient db) {
        this.db = db;
    }

    List<OnCallPerson> all() {
        return db.sql("""
                        select person_id, place, phone, email, from_time, to_time
                          from oncall.person
                         order by place, person_id
                        """).query(OnCallStore::person).list();
    }

    void keep(OnCallPerson person) {
        var hours = person.hours();
        db.sql("""
                        insert into oncall.person (person_id, place, phone, email, from_time, to_time)
                        values (:person, :place, :phone, :email, :from, :to)
                            on conflict (practice_id, person_id) do update
                           set phone = excluded.phone, email = excluded.email, from_time = excluded.from_time,
                               to_time = excluded.to_time
                        """)
                .param("person", person.person().value())
                .param("place", person.place())
                .param("phone", person.phone().digits())
                .param("email", person.email())
                .param("from", hours == null ? null : hours.from(), Types.TIME)
                .param("to", hours == null ? null : hours.to(), Types.TIME)
                .update();
    }

    void place(PersonId person, int place) {
        db.sql("update oncall.person set place = :place where person_id = :person")
                .param("place", place)
                .param("person", person.value())
                .update();
    }

    boolean remove(PersonId person) {
        return db.sql("delete from oncall.person where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private static OnCallPerson person(ResultSet row, int number) throws SQLException {
        var from = row.getObject("from_time", LocalTime.class);
        var to = row.getObject("to_time", LocalTime.class);
        return new OnCallPerson(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getInt("place"),
                new Phone(row.getString("phone")),
                row.getString("email"),
                from == null || to == null ? null : new Hours(from, to));
    }
}
