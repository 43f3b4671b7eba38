package org.circlekeeper.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** The payers a practice bills, and what it charges. */
@Component
public class Payers {

    private final PayerStore store;
    private final Clock clock;

    Payers(PayerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<Payer> all() {
        return store.payers();
    }

    /** By the payer id of X12. */
    public Optional<Payer> byPayerId(String payerId) {
        return store.payers().stream()
                .filter(payer -> payer.payerId().equals(payerId))
                .findFirst();
    }

    /** Adds a payer, or renames the one that has this payer id: its program stays, and with it who is enrolled. */
    public Payer keep(String name, String payerId, String filingCode) {
        return store.keep(new Payer(NewId.at(clock.instant()), name, payerId, filingCode));
    }

    /** What is charged for the code from a day on. */
    public void charge(ProcedureCode code, LocalDate from, Money fee) {
        store.charge(code, from, fee);
    }

    /** The fee schedule, newest first. */
    public List<Fee> fees() {
        return store.fees();
    }

    /** What the code costs on a day; empty when the practice has set no fee. */
    public Optional<Money> fee(ProcedureCode code, LocalDate day) {
        return fee(store.fees(), code, day);
    }

    /** The same by a fee schedule, newest first, in which many days are looked up. Pure. */
    public static Optional<Money> fee(List<Fee> fees, ProcedureCode code, LocalDate day) {
        return fees.stream()
                .filter(fee -> fee.code().equals(code) && !fee.from().isAfter(day))
                .findFirst()
                .map(Fee::charge);
    }

    /** One line of the fee schedule. */
    public record Fee(ProcedureCode code, LocalDate from, Money charge) {}

    /** A named person's standing order that claims to this payer may be released, until its last day. */
    public record StandingOrder(UUID payer, UUID givenBy, String givenLabel, LocalDate givenOn, LocalDate lastDay) {}

    public List<StandingOrder> standingOrders(LocalDate day) {
        return store.standingOrders(day);
    }

    /** Gives a standing order for ninety days. */
    public void order(UUID payer, UUID person, String label, LocalDate from) {
        store.order(new StandingOrder(payer, person, label, from, from.plusDays(89)));
    }

    /** Takes the standing orders for a payer back: from this day on nothing is released under them. */
    public void withdraw(UUID payer, LocalDate today) {
        store.endOrders(payer, today);
    }
}
