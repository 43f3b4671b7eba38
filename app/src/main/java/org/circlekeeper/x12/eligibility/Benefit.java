package org.circlekeeper.x12.eligibility;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.QualifiedDate;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer (loops 2110 and 2120 of 005010X279A1): its EB as it stands in the file, and whatever follows it
 * up to the next, so that nothing that the payer said is lost.
 *
 * @param row the EB
 * @param details HSD, REF, DTP, AAA, MSG, III, LS, NM1, … in the order of the file
 */
public record Benefit(Segment row, List<Segment> details) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Benefit {
        details = List.copyOf(details);
    }

    /** EB01: 1 to 5 active, 6 to 8 inactive, A coinsurance, B copay, C deductible, F limit, I not covered, … */
    public String kind() {
        return row.element(1);
    }

    /** EB02: IND individual, FAM family, …; empty when not told. */
    public String coverageLevel() {
        return row.element(2);
    }

    /** EB03 with each of its repetitions; none when the row names no kind of service. */
    public List<String> serviceTypes() {
        var whole = row.element(3);
        return whole.isEmpty()
                ? List.of()
                : row.repetitions(3).stream().map(String::strip).toList();
    }

    /** EB06: 23 calendar year, 27 visit, 29 remaining, …; empty when not told. */
    public String period() {
        return row.element(6);
    }

    /** EB07; null when there is none or it is no amount. */
    public @Nullable Money amount() {
        return ReadValues.money(row.element(7));
    }

    /** EB08 as a percentage: the guide has fractions, {@code .2}, some payers write {@code 20}. */
    public @Nullable BigDecimal percent() {
        var share = ReadValues.decimal(row.element(8));
        if (share == null) {
            return null;
        }
        var percent = share.compareTo(BigDecimal.ONE) <= 0 ? share.multiply(HUNDRED) : share;
        var plain = percent.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** EB09: VS visits, P6 services, 99 used, …; empty when not told. */
    public String quantityKind() {
        return row.element(9);
    }

    public @Nullable BigDecimal quantity() {
        return ReadValues.decimal(row.element(10));
    }

    /** EB11: Y required, N not, U unknown; empty when not told. */
    public String authorization() {
        return row.element(11);
    }

    /** EB12: Y in the plan's network, N outside of it, W both alike, U unknown; empty when not told. */
    public String network() {
        return row.element(12);
    }

    /** EB13-2; empty when the row is about no procedure. */
    public String procedure() {
        return row.component(13, 2);
    }

    /** EB13-2, or between that and EB13-8, the last of a range. */
    public boolean isAbout(String procedure) {
        var first = procedure();
        var last = row.component(13, 8);
        boolean within = first.compareTo(procedure) <= 0 && procedure.compareTo(last) <= 0;
        return first.equals(procedure) || (within && !first.isEmpty() && last.length() == procedure.length());
    }

    /** III02 after III01 ZZ: the places of service that the row is about; none when it is about all. */
    public List<String> places() {
        return details("III", iii -> iii.element(1).equals("ZZ") ? iii.element(2) : "")
                .filter(place -> !place.isEmpty())
                .toList();
    }

    /** MSG01. */
    public List<String> messages() {
        return details("MSG", msg -> msg.element(1))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public List<Segment> deliveries() {
        return details("HSD", Function.identity()).toList();
    }

    public List<QualifiedDate> dates() {
        return details("DTP", QualifiedDate::of).toList();
    }

    /** Loop 2120: other payers, primary care providers, …; with and without LS and LE around them. */
    public List<NamedParty> parties() {
        return details("NM1", NamedParty::of).toList();
    }

    private <T> Stream<T> details(String id, Function<Segment, T> read) {
        return details.stream().filter(segment -> segment.is(id)).map(read);
    }
}
