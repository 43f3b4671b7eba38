package org.circlekeeper.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Fees of kinds of groups and of groups, on disk. */
@Repository
class OwnFeeStore {

    private final JdbcClient db;

    OwnFeeStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    List<OwnFee> all() {
        return db.sql("""
                        select type_id, group_id, first_day, fee_cents
                          from roster.own_fee
                         order by first_day desc, id
                        """).query(OwnFeeStore::fee).list();
    }

    /** One of the same day takes its place. */
    void keep(UUID id, OwnFee fee, String by, Instant at) {
        var group = fee.group();
        var charge = fee.charge();
        db.sql("""
                        insert into roster.own_fee (id, type_id, group_id, first_day, fee_cents, set_by, set_at)
                        values (:id, :type, :group, :from, :cents, :by, :at)
                            on conflict (practice_id, type_id, group_id, first_day) do update
                           set fee_cents = excluded.fee_cents, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("id", id)
                .param("type", fee.type(), Types.OTHER)
                .param("group", group == null ? null : group.value(), Types.OTHER)
                .param("from", fee.from())
                .param("cents", charge == null ? null : charge.cents(), Types.BIGINT)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static OwnFee fee(ResultSet row, int number) throws SQLException {
        var group = row.getObject("group_id", UUID.class);
        return new OwnFee(
                row.getObject("type_id", UUID.class),
                group == null ? null : new GroupId(group),
                row.getObject("first_day", LocalDate.class),
                charge(row));
    }

    private static @Nullable Money charge(ResultSet row) throws SQLException {
        var cents = row.getObject("fee_cents", Long.class);
        return cents == null ? null : new Money(cents);
    }
}
