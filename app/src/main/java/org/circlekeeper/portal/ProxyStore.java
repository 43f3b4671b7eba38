package org.circlekeeper.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who acts for whom, on disk. */
@Repository
class ProxyStore {

    private static final String COLUMNS = """
            select x.id, x.account_id, x.patient_id, a.name, a.joined_at is not null as joined, x.relation, x.schedule,
                   x.messages, x.forms, x.document, x.authority, x.first_day, x.last_day,
                   least((p.birth_date + make_interval(years => x.majority_age))::date,
                         case when x.majority_age is not null and not x.asked_for and not o.parents_stay
                              then o.first_day end) as of_age,
                   x.ended_by, x.ended_at, x.ended_why
              from portal.proxy x
              join portal.account a on a.practice_id = x.practice_id and a.id = x.account_id
              join patients.patient_facts p on p.practice_id = x.practice_id and p.id = x.patient_id
              left join portal.own_care o on o.practice_id = x.practice_id and o.patient_id = x.patient_id
                                         and o.ended_at is null
            """;

    private final JdbcClient db;

    ProxyStore(JdbcClient db) {
        this.db = db;
    }

    /** False when they act for this member already. */
    boolean add(UUID id, AccountId account, PatientId member, Proxies.Grant grant, @Nullable Integer age, By by) {
        return db.sql("""
                        insert into portal.proxy (id, account_id, patient_id, relation, schedule, messages, forms, document,
                                                  authority, first_day, last_day, majority_age, asked_for, granted_by,
                                                  granted_at)
                        values (:id, :account, :member, :relation, :schedule, :messages, :forms, :document, :authority, :first, :last,
                                :age, :asked, :by, :at)
                            on conflict (practice_id, account_id, patient_id) where ended_at is null do nothing
                        """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("member", member.value())
                        .param("relation", grant.relation().name())
                        .param("schedule", grant.parts().contains(MemberPart.SCHEDULE))
                        .param("messages", grant.parts().contains(MemberPart.MESSAGES))
                        .param("forms", grant.parts().contains(MemberPart.FORMS))
                        .param("document", grant.document())
                        .param("authority", authority(grant), Types.OTHER)
                        .param("first", grant.first())
                        .param("last", grant.last(), Types.DATE)
                        .param("age", age, Types.INTEGER)
                        .param("asked", grant.askedFor())
                        .param("by", by.label())
                        .param("at", Timestamp.from(by.at()))
                        .update()
                == 1;
    }

    private static @Nullable UUID authority(Proxies.Grant grant) {
        var authority = grant.authority();
        return authority == null ? null : authority.value();
    }

    /** Who did something, and when. */
    record By(String label, Instant at) {}

    /** Whoever acts or acted for a member, the newest first. */
    List<Proxy> of(PatientId member) {
        return db.sql(COLUMNS + " where x.patient_id = :member order by x.granted_at desc, x.id desc")
                .param("member", member.value())
                .query(ProxyStore::proxy)
                .list();
    }

    /** For whom somebody was let act and nobody ended it, whatever day it is. */
    List<Proxy> of(AccountId account) {
        return db.sql(COLUMNS + " where x.account_id = :account and x.ended_at is null order by x.granted_at, x.id")
                .param("account", account.value())
                .query(ProxyStore::proxy)
                .list();
    }

    boolean end(ProxyId id, String why, By by) {
        return db.sql("""
                        update portal.proxy
                           set ended_by = :by, ended_at = :at, ended_why = :why
                         where id = :id
                           and ended_at is null
                        """)
                        .param("by", by.label())
                        .param("at", Timestamp.from(by.at()))
                        .param("why", why)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Proxy proxy(ResultSet row, int number) throws SQLException {
        return new Proxy(
                new ProxyId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("joined"),
                Proxy.Relation.valueOf(row.getString("relation")),
                parts(row),
                row.getString("document"),
                authority(row),
                new Proxy.Days(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getObject("of_age", LocalDate.class),
                ended(row));
    }

    private static @Nullable DocumentId authority(ResultSet row) throws SQLException {
        var id = row.getObject("authority", UUID.class);
        return id == null ? null : new DocumentId(id);
    }

    private static Set<MemberPart> parts(ResultSet row) throws SQLException {
        var parts = EnumSet.noneOf(MemberPart.class);
        if (row.getBoolean("schedule")) {
            parts.add(MemberPart.SCHEDULE);
        }
        if (row.getBoolean("messages")) {
            parts.add(MemberPart.MESSAGES);
        }
        if (row.getBoolean("forms")) {
            parts.add(MemberPart.FORMS);
        }
        return parts;
    }

    private static Proxy.@Nullable Ended ended(ResultSet row) throws SQLException {
        var at = row.getTimestamp("ended_at");
        return at == null
                ? null
                : new Proxy.Ended(row.getString("ended_by"), at.toInstant(), row.getString("ended_why"));
    }
}
