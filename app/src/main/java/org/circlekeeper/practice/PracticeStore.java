package org.circlekeeper.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.TaxId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The practice and its practitioners on disk. */
@Repository
class PracticeStore {

    private final JdbcClient db;

    PracticeStore(JdbcClient db) {
        this.db = db;
    }

    Practice practice() {
        return find().orElseThrow();
    }

    Optional<Practice> find() {
        return db.sql("""
                        select practice_id, name, outside_name, npi, tax_id, taxonomy, phone, line, line2, city, state, zip,
                               zone, profile
                          from practice.practice
                        """).query(PracticeStore::current).optional();
    }

    void keep(Practice practice, Instant now) {
        db.sql("""
                        insert into practice.practice (name, outside_name, npi, tax_id, taxonomy, phone, line, line2, city,
                                                       state, zip, zone, profile, created_at)
                        values (:name, :outside, :npi, :tax, :taxonomy, :phone, :line, :line2, :city, :state, :zip, :zone,
                                :profile, :now)
                        on conflict (practice_id) do update
                           set name = excluded.name, outside_name = excluded.outside_name, npi = excluded.npi,
                               tax_id = excluded.tax_id, taxonomy = excluded.taxonomy, phone = excluded.phone,
                               line = excluded.line, line2 = excluded.line2, city = excluded.city,
                               state = excluded.state, zip = excluded.zip, zone = excluded.zone,
                               profile = excluded.profile
                        """)
                .param("name", practice.name())
                .param("outside", practice.outsideName())
                .param("npi", practice.npi().value())
                .param("tax", practice.taxId().toString())
                .param("taxonomy", practice.taxonomy())
                .param("phone", practice.phone().digits())
                .param("line", practice.address().line())
                .param("line2", practice.address().line2())
                .param("city", practice.address().city())
                .param("state", practice.address().state())
                .param("zip", practice.address().zip())
                .param("zone", practice.zone().getId())
                .param("profile", practice.profile().name())
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Practitioner> practitioners() {
        return db.sql("""
                        select id, first_name, middle_name, last_name, credential, npi, taxonomy, license
                          from practice.practitioner
                         order by last_name, first_name, id
                        """).query(PracticeStore::practitioner).list();
    }

    PractitionerId add(Practitioner practitioner) {
        db.sql("""
                        insert into practice.practitioner (id, first_name, middle_name, last_name, credential, npi, taxonomy,
                                                           license)
                        values (:id, :first, :middle, :last, :credential, :npi, :taxonomy, :license)
                        on conflict (practice_id, npi) do nothing
                        """)
                .param("id", practitioner.id().value())
                .param("first", practitioner.name().first())
                .param("middle", practitioner.name().middle())
                .param("last", practitioner.name().last())
                .param("credential", practitioner.credential())
                .param("npi", practitioner.npi().value())
                .param("taxonomy", practitioner.taxonomy())
                .param("license", practitioner.license())
                .update();
        return new PractitionerId(db.sql("select id from practice.practitioner where npi = :npi")
                .param("npi", practitioner.npi().value())
                .query(UUID.class)
                .single());
    }

    private static Practice current(ResultSet row, int number) throws SQLException {
        return new Practice(
                new PracticeId(row.getObject("practice_id", UUID.class)),
                row.getString("name"),
                row.getString("outside_name"),
                new Npi(row.getString("npi")),
                new TaxId(row.getString("tax_id")),
                row.getString("taxonomy"),
                new Phone(row.getString("phone")),
                new PostalAddress(
                        row.getString("line"),
                        row.getString("line2"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("zip")),
                ZoneId.of(row.getString("zone")),
                Practice.Profile.valueOf(row.getString("profile")));
    }

    private static Practitioner practitioner(ResultSet row, int number) throws SQLException {
        return new Practitioner(
                new PractitionerId(row.getObject("id", UUID.class)),
                new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name")),
                row.getString("credential"),
                new Npi(row.getString("npi")),
                row.getString("taxonomy"),
                row.getString("license"));
    }
}
