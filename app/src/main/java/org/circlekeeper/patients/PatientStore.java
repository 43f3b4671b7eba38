package org.circlekeeper.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Patients on disk. */
@Repository
class PatientStore {

    private static final String COLUMNS = """
            select id, external_id, first_name, middle_name, last_name, birth_date, sex, email, phone, line, line2,
                   city, state, zip, active
              from patients.patient
            """;

    private static final String MATCHING = """
             where (:words = ''
                    or lower(first_name || ' ' || last_name) like '%' || lower(:words) || '%'
                    or external_id = :words
                    or to_char(birth_date, 'MM/DD/YYYY') = :words
                    or birth_date::text = :words)
            """;

    private static final String FIRST = """
             order by lower(last_name), lower(first_name), id
             limit 500
            """;

    private final JdbcClient db;

    PatientStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Patient> find(PatientId id) {
        return db.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(PatientStore::patient)
                .optional();
    }

    List<Patient> search(String words) {
        return db.sql(COLUMNS + MATCHING + FIRST)
                .param("words", words)
                .query(PatientStore::patient)
                .list();
    }

    List<Patient> search(String words, Collection<PatientId> among) {
        return db.sql(COLUMNS + MATCHING + " and id = any(:among) " + FIRST)
                .param("words", words)
                .param("among", values(among))
                .query(PatientStore::patient)
                .list();
    }

    Map<PatientId, Patient> byId(Collection<PatientId> ids) {
        var found = new LinkedHashMap<PatientId, Patient>();
        db.sql(COLUMNS + " where id = any(:ids) order by lower(last_name), lower(first_name), id")
                .param("ids", values(ids))
                .query(PatientStore::patient)
                .list()
                .forEach(patient -> found.put(patient.id(), patient));
        return found;
    }

    Map<String, Patient> byExternalId() {
        var found = new LinkedHashMap<String, Patient>();
        for (var patient : db.sql(COLUMNS + " where external_id is not null")
                .query(PatientStore::patient)
                .list()) {
            if (patient.externalId() != null) {
                found.put(patient.externalId(), patient);
            }
        }
        return found;
    }

    void add(Patient patient, Instant now) {
        fill(db.sql("""
                        insert into patients.patient (id, external_id, first_name, middle_name, last_name, birth_date, sex,
                                                      email, phone, line, line2, city, state, zip, active, added_at)
                        values (:id, :external, :first, :middle, :last, :born, :sex, :email, :phone, :line, :line2, :city,
                                :state, :zip, :active, :now)
                        """), patient)
                .param("external", patient.externalId())
                .param("now", Timestamp.from(now))
                .update();
    }

    void change(Patient patient) {
        fill(db.sql("""
                        update patients.patient
                           set first_name = :first, middle_name = :middle, last_name = :last, birth_date = :born, sex = :sex,
                               email = :email, phone = :phone, line = :line, line2 = :line2, city = :city, state = :state,
                               zip = :zip, active = :active, worked_on = true
                         where id = :id
                        """), patient).update();
    }

    List<PatientId> workedOn(Collection<PatientId> ids) {
        return db
                .sql("select id from patients.patient where worked_on and id = any(:ids)")
                .param("ids", values(ids))
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .toList();
    }

    void workOn(PatientId id) {
        workOn(List.of(id));
    }

    void workOn(Collection<PatientId> ids) {
        db.sql("update patients.patient set worked_on = true where id = any(:ids) and not worked_on")
                .param("ids", values(ids))
                .update();
    }

    void remove(Collection<PatientId> ids) {
        db.sql("delete from patients.patient where id = any(:ids) and not worked_on")
                .param("ids", values(ids))
                .update();
    }

    private static UUID[] values(Collection<PatientId> ids) {
        return ids.stream().map(PatientId::value).toArray(UUID[]::new);
    }

    private static StatementSpec fill(StatementSpec sql, Patient patient) {
        var address = patient.address();
        var phone = patient.phone();
        return sql.param("id", patient.id().value())
                .param("first", patient.name().first())
                .param("middle", patient.name().middle())
                .param("last", patient.name().last())
                .param("born", patient.birthDate())
                .param("sex", patient.sex())
                .param("email", patient.email())
                .param("phone", phone == null ? "" : phone.digits())
                .param("line", address == null ? "" : address.line())
                .param("line2", address == null ? "" : address.line2())
                .param("city", address == null ? "" : address.city())
                .param("state", address == null ? "" : address.state())
                .param("zip", address == null ? "" : address.zip())
                .param("active", patient.active());
    }

    private static Patient patient(ResultSet row, int number) throws SQLException {
        var phone = row.getString("phone");
        var line = row.getString("line");
        return new Patient(
                new PatientId(row.getObject("id", UUID.class)),
                row.getString("external_id"),
                new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("email"),
                phone.isEmpty() ? null : new Phone(phone),
                line.isEmpty()
                        ? null
                        : new PostalAddress(
                                line,
                                row.getString("line2"),
                                row.getString("city"),
                                row.getString("state"),
                                row.getString("zip")),
                row.getBoolean("active"));
    }
}
