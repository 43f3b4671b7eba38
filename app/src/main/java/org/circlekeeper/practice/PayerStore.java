package org.circlekeeper.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payers, fees and standing orders on disk. */
@Repository
class PayerStore {

    private final JdbcClient db;

    PayerStore(JdbcClient db) {
        this.db = db;
    }

    List<Payer> payers() {
        return db.sql("select id, name, payer_id, filing_code from practice.payer order by name, id")
                .query((row, _) -> new Payer(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("payer_id"),
                        row.getString("filing_code")))
                .list();
    }

    Payer keep(Payer payer) {
        return db.sql("""
                        insert into practice.payer (id, name, payer_id, filing_code)
                        values (:id, :name, :payer, :code)
                        on conflict (practice_id, payer_id) do update
                           set name = excluded.name
                        returning id, name, payer_id, filing_code
                        """)
                .param("id", payer.id())
                .param("name", payer.name())
                .param("payer", payer.payerId())
                .param("code", payer.filingCode())
                .query((row, _) -> new Payer(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("payer_id"),
                        row.getString("filing_code")))
                .single();
    }

    void charge(ProcedureCode code, LocalDate from, Money fee) {
        db.sql("""
                        insert into practice.fee (code, first_day, fee_cents)
                        values (:code, :from, :cents)
                        on conflict (practice_id, code, first_day) do update
                           set fee_cents = excluded.fee_cents
                        """)
                .param("code", code.value())
                .param("from", from)
                .param("cents", fee.cents())
                .update();
    }

    List<Payers.Fee> fees() {
        return db.sql("select code, first_day, fee_cents from practice.fee order by code, first_day desc")
                .query((row, _) -> new Payers.Fee(
                        new ProcedureCode(row.getString("code")),
                        row.getObject("first_day", LocalDate.class),
                        new Money(row.getLong("fee_cents"))))
                .list();
    }

    List<Payers.StandingOrder> standingOrders(LocalDate day) {
        return db.sql("""
                        select payer_id, given_by, given_label, given_on, last_day
                          from practice.standing_order
                         where given_on <= :day
                           and last_day >= :day
                         order by payer_id, last_day desc
                        """)
                .param("day", day)
                .query((row, _) -> new Payers.StandingOrder(
                        row.getObject("payer_id", UUID.class),
                        row.getObject("given_by", UUID.class),
                        row.getString("given_label"),
                        row.getObject("given_on", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    void order(Payers.StandingOrder order) {
        db.sql("""
                        insert into practice.standing_order (payer_id, given_by, given_label, given_on, last_day)
                        values (:payer, :by, :label, :on, :last)
                        on conflict (practice_id, payer_id, given_on) do update
                           set given_by = excluded.given_by, given_label = excluded.given_label,
                               last_day = excluded.last_day
                        """)
                .param("payer", order.payer())
                .param("by", order.givenBy())
                .param("label", order.givenLabel())
                .param("on", order.givenOn())
                .param("last", order.lastDay())
                .update();
    }

    void endOrders(UUID payer, LocalDate today) {
        db.sql("""
                        update practice.standing_order
                           set last_day = :before
                         where payer_id = :payer
                           and last_day >= :today
                        """)
                .param("before", today.minusDays(1))
                .param("payer", payer)
                .param("today", today)
                .update();
    }
}
