package org.circlekeeper.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.eligibility.AnswerInWords;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Benefit;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityAnswer;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.circlekeeper.x12.eligibility.GroupTherapyBenefit;
import org.jspecify.annotations.Nullable;

/**
 * What a 271 says of one person, made flat for the day that was asked about. A plan that is over, or has not begun, on
 * that day is not active on it, whatever the payer says of today. Pure.
 */
record PayersAnswer(Benefits benefits, List<String> words, List<String> rows) {

    /** So many segments of evidence are kept of one answer; the file holds the rest. */
    private static final int MOST_ROWS = 400;

    /** Percent. */
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** @param place the place of service of the visit (11, 10, 02, …), or empty when it is not known */
    static PayersAnswer of(EligibilityAnswer answer, LocalDate day, String place) {
        var benefit = GroupTherapyBenefit.of(answer, place.isEmpty() ? null : place);
        boolean inForce = answer.isInForce(day);
        var words = new ArrayList<>(AnswerInWords.of(answer, benefit));
        if (benefit.status() == EligibilityStatus.ACTIVE && !inForce) {
            words.addFirst("On " + Words.day(day) + ", the day that was asked about, the plan is not in force.");
        }
        return new PayersAnswer(benefits(answer, benefit, day, inForce), words, rows(answer));
    }

    private static Benefits benefits(
            EligibilityAnswer answer, GroupTherapyBenefit benefit, LocalDate day, boolean inForce) {
        var status = benefit.status() == EligibilityStatus.ACTIVE && !inForce
                ? EligibilityStatus.INACTIVE
                : benefit.status();
        return new Benefits(
                status,
                covered(benefit, inForce),
                amount(benefit.copay().value()),
                share(benefit.coinsurancePercent().value()),
                amount(benefit.deductibleLeft().value()),
                visits(benefit.visitsTotal().value()),
                visits(benefit.visitsLeft().value()),
                need(benefit.authorization().value()),
                benefit.network(),
                carveOut(benefit.carveOut()),
                answer.planBegins(),
                answer.planEnds(),
                benefit.resetsAfter(day),
                status == EligibilityStatus.REJECTED ? rejection(answer) : "");
    }

    /**
     * What payers write of a deductible that was met and more is less than nothing: its row stays, and nothing is told.
     */
    private static @Nullable Money amount(@Nullable Money told) {
        return told == null || told.cents() < 0 ? null : told;
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal told) {
        return told == null || told.signum() < 0 || told.compareTo(ALL) > 0 ? null : told;
    }

    private static @Nullable Integer visits(@Nullable Integer told) {
        return told == null || told < 0 ? null : told;
    }

    private static Covered covered(GroupTherapyBenefit benefit, boolean inForce) {
        var told = benefit.covered().value();
        if (told == null) {
            return Covered.UNKNOWN;
        }
        return told == Covered.YES && !inForce ? Covered.NO : told;
    }

    private static AuthorizationNeed need(@Nullable AuthorizationNeed told) {
        return told == null ? AuthorizationNeed.UNKNOWN : told;
    }

    private static Benefits.@Nullable CarveOut carveOut(@Nullable NamedParty party) {
        return party == null ? null : new Benefits.CarveOut(party.name(), party.id());
    }

    /** As in {@code 72 C}; several with a comma between. */
    static String rejection(EligibilityAnswer answer) {
        return answer.rejections().stream()
                .map(rejection -> (rejection.code() + " " + rejection.followUp()).strip())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<String> rows(EligibilityAnswer answer) {
        var rows = new ArrayList<String>();
        for (var rejection : answer.rejections()) {
            rows.add("AAA in loop " + rejection.level() + ": " + rejection.code() + " " + rejection.followUp());
        }
        for (var benefit : answer.benefits()) {
            rows.addAll(rows(benefit));
        }
        return List.copyOf(rows.subList(0, Math.min(MOST_ROWS, rows.size())));
    }

    private static List<String> rows(Benefit benefit) {
        var rows = new ArrayList<String>();
        rows.add(benefit.row().text());
        benefit.details().stream().map(Segment::text).forEach(rows::add);
        return rows;
    }
}
