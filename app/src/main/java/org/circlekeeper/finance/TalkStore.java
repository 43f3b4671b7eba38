package org.circlekeeper.finance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Talks about money on disk: added, never changed. */
@Repository
class TalkStore {

    private static final String COLUMNS = """
            id, patient_id, gap, payer_class, payer_id, member_id, because, talked_on, talked_by, talked_with, how,
            outcome, amount_cents, basis, note, opted_out_leader, opted_out_since, recorded_by, recorded_at
            """;

    /** So many talks of one member are shown. */
    private static final int MOST = 200;

    private final JdbcClient db;

    TalkStore(JdbcClient db) {
        this.db = db;
    }

    /** Of these members, the last that was held first, whenever it was written down; two hundred of each. */
    List<Talk> of(Collection<PatientId> patients) {
        return db.sql("select " + COLUMNS + """
                          from (select t.*,
                                       row_number() over (partition by t.patient_id
                                                              order by t.talked_on desc, t.recorded_at desc,
                                                                       t.id desc) as nth
                                  from finance.talk t
                                 where t.patient_id = any(:patients)) l
                         where nth <= :most
                         order by talked_on desc, recorded_at desc, id desc
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("most", MOST)
                .query(TalkStore::talk)
                .list();
    }

    /** False when a talk with this id is there already. */
    boolean add(Talk talk) {
        var about = talk.about();
        var said = talk.said();
        var amount = said.amount();
        var optOut = said.optOut();
        return db.sql("insert into finance.talk (" + COLUMNS + """
                                ) values (:id, :patient, :gap, :class, :payer, :member, :because, :on, :by, :with,
                                          :how, :outcome, :amount, :basis, :note, :leader, :since, :recordedBy, :recordedAt)
                                on conflict do nothing
                                """)
                        .param("id", talk.id())
                        .param("patient", talk.patient().value())
                        .param("gap", about.kind().name())
                        .param("class", about.payerClass().name())
                        .param("payer", about.payer())
                        .param("member", about.memberId())
                        .param("because", about.because())
                        .param("on", said.on())
                        .param("by", said.by())
                        .param("with", said.with())
                        .param("how", said.how().name())
                        .param("outcome", said.outcome().name())
                        .param("amount", amount == null ? null : amount.cents())
                        .param("basis", said.basis())
                        .param("note", said.note())
                        .param("leader", optOut == null ? null : optOut.leader().value())
                        .param("since", optOut == null ? null : optOut.since())
                        .param("recordedBy", talk.recordedBy())
                        .param("recordedAt", Timestamp.from(talk.recordedAt()))
                        .update()
                == 1;
    }

    private static Talk.@Nullable OptOut optOut(ResultSet row) throws SQLException {
        var leader = row.getObject("opted_out_leader", UUID.class);
        var since = row.getObject("opted_out_since", LocalDate.class);
        return leader == null || since == null ? null : new Talk.OptOut(new PractitionerId(leader), since);
    }

    private static Talk talk(ResultSet row, int number) throws SQLException {
        var cents = row.getObject("amount_cents", Long.class);
        return new Talk(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new Talk.About(
                        Kind.valueOf(row.getString("gap")),
                        PayerClass.valueOf(row.getString("payer_class")),
                        row.getObject("payer_id", UUID.class),
                        row.getString("member_id"),
                        row.getString("because")),
                new Talk.Said(
                        row.getObject("talked_on", LocalDate.class),
                        row.getString("talked_by"),
                        row.getString("talked_with"),
                        TalkWay.valueOf(row.getString("how")),
                        Outcome.valueOf(row.getString("outcome")),
                        cents == null ? null : new Money(cents),
                        row.getString("basis"),
                        row.getString("note"),
                        optOut(row)),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
