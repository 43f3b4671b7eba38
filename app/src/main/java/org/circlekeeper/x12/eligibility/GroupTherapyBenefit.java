package org.circlekeeper.x12.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.NamedParty;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of a visit of group therapy (90853) at a provider of the plan's network, each value with the rows
 * it comes from. Unknown is never covered, and what the payer says in two ways is ambiguous.
 *
 * @param copay per visit
 * @param coinsurancePercent of what the plan allows, per visit
 * @param deductibleLeft of the person rather than the family, of group therapy rather than the plan as a whole
 * @param visitsTotal of a year, or of a lifetime where no year is told
 * @param network EB12 of the rows that decide: Y, W, U, or empty when not told
 * @param carveOut whom the payer names for mental health in its own place; without a name when it names nobody
 * @param reset when visits and deductible begin anew
 * @param rows every row that speaks of group therapy, mental health or office visits, and those of the values above
 */
public record GroupTherapyBenefit(
        EligibilityStatus status,
        Evidenced<Covered> covered,
        Evidenced<Money> copay,
        Evidenced<BigDecimal> coinsurancePercent,
        Evidenced<Money> deductibleLeft,
        Evidenced<Integer> visitsTotal,
        Evidenced<Integer> visitsLeft,
        Evidenced<AuthorizationNeed> authorization,
        String network,
        @Nullable NamedParty carveOut,
        PlanYear reset,
        List<Benefit> rows) {

    /** EB06 of a copay or a share that falls due with each visit: not told, day, a day's hours, episode, visit. */
    private static final Set<String> EACH_VISIT = Set.of("", "7", "13", "26", "27");

    private static final String LEFT = "29";

    public GroupTherapyBenefit {
        rows = List.copyOf(rows);
    }

    /**
     * Decides.
     *
     * @param place the place of service of the group (11 office, 10 and 02 telehealth), or null when it is not known:
     *     then rows that differ by place contradict each other
     */
    public static GroupTherapyBenefit of(EligibilityAnswer answer, @Nullable String place) {
        var choice = new RowChoice(answer.benefits(), place);
        var status = EligibilityStatus.of(answer);
        var copay = copay(choice);
        var coinsurance = coinsurance(choice);
        var visits = new VisitLimits(choice);
        var total = visits.total();
        var left = visits.left();
        var carveOut = CarveOut.of(choice);
        var deductible = deductibleLeft(choice);
        var contradictions = RowUnion.of(answer.benefits())
                .addIf(copay.isContradictory(), copay)
                .addIf(coinsurance.isContradictory(), coinsurance)
                .addIf(total.isContradictory(), total)
                .addIf(left.isContradictory(), left)
                .rows();
        var covered = new Coverage(choice, status, carveOut).covered(contradictions);
        var authorization = Authorizations.of(choice);
        var rows = RowUnion.of(answer.benefits())
                .addIf(true, deductible)
                .addIf(true, covered)
                .addAll(choice.rows(Services.OF_THERAPY))
                .rows();
        return new GroupTherapyBenefit(
                status,
                covered,
                copay,
                coinsurance,
                deductible,
                total,
                left,
                authorization,
                Network.of(choice),
                carveOut,
                PlanYear.of(answer, choice, total),
                rows);
    }

    private static Evidenced<Money> copay(RowChoice choice) {
        var rows = choice.closest(
                Services.OF_THERAPY,
                row -> row.kind().equals("B") && EACH_VISIT.contains(row.period()) && row.amount() != null);
        return Evidenced.agreed(rows, Benefit::amount);
    }

    private static Evidenced<BigDecimal> coinsurance(RowChoice choice) {
        var rows = choice.closest(Services.OF_THERAPY, row -> row.kind().equals("A") && row.percent() != null);
        return Evidenced.agreed(rows, Benefit::percent);
    }

    private static Evidenced<Money> deductibleLeft(RowChoice choice) {
        var rows = choice.closest(
                Services.AND_OF_PLAN,
                row -> row.kind().equals("C") && row.period().equals(LEFT) && row.amount() != null);
        return Evidenced.agreed(rows, Benefit::amount);
    }

    /** True when a claim may be expected to be paid by this payer. */
    public boolean isCovered() {
        return status == EligibilityStatus.ACTIVE && covered.value() == Covered.YES;
    }

    /** The day on which visits and deductible begin anew after that one; null when the payer does not tell. */
    public @Nullable LocalDate resetsAfter(LocalDate day) {
        return reset.nextAfter(day);
    }
}
