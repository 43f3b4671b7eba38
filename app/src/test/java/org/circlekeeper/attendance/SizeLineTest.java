package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.OwnRule.Kind;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizeLineTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Payer EVERGREEN = new Payer(new UUID(0, 1), "Evergreen", "EVG01", "CI");
    private static final Payer MEDICAID = new Payer(new UUID(0, 2), "State Medicaid", "SMD01", "MC");

    @Test
    void each_payer_of_those_present_says_what_it_allows() {
        var line = line(9, Set.of(EVERGREEN.id(), MEDICAID.id()), most(EVERGREEN, 12), most(MEDICAID, 10));
        assertThat(line.sentence()).isEqualTo("9 came. Evergreen allows 12, State Medicaid 10: fine.");
        assertThat(line.fine()).isTrue();
    }

    @Test
    void a_payer_of_nobody_present_says_nothing() {
        assertThat(line(11, Set.of(EVERGREEN.id()), most(EVERGREEN, 12), most(MEDICAID, 10))
                        .sentence())
                .isEqualTo("11 came. Evergreen allows 12: fine.");
    }

    @Test
    void too_many_are_pointed_at() {
        var line = line(11, Set.of(MEDICAID.id()), most(MEDICAID, 10));
        assertThat(line.sentence())
                .isEqualTo("11 came. State Medicaid allows 10 (too many came). Look before it is billed.");
        assertThat(line.fine()).isFalse();
    }

    @Test
    void the_practice_s_own_least_counts_for_everyone() {
        assertThat(line(2, Set.of(), rule(null, Kind.FEWEST_PEOPLE, 3)).sentence())
                .isEqualTo("2 came. Your practice wants at least 3 (too few came). Look before it is billed.");
    }

    @Test
    void with_two_leaders_the_rule_for_two_stands_and_with_one_the_rule_for_one() {
        var rules = List.of(led(8, 1), led(12, 2));
        assertThat(SizeLine.of(9, 2, MONDAY, rules, List.of(MEDICAID), Set.of(MEDICAID.id()))
                        .sentence())
                .isEqualTo("9 came. State Medicaid allows 12 with 2 leaders: fine.");
        assertThat(SizeLine.of(9, 1, MONDAY, rules, List.of(MEDICAID), Set.of(MEDICAID.id()))
                        .sentence())
                .isEqualTo("9 came. State Medicaid allows 8 with 1 leader (too many came). Look before it is billed.");
    }

    private static OwnRule led(int people, int leaders) {
        return new OwnRule(
                UUID.randomUUID(),
                MEDICAID.id(),
                Kind.MOST_PEOPLE,
                people,
                leaders,
                DateRange.from(LocalDate.of(2026, 1, 1)),
                "provider manual",
                null);
    }

    @Test
    void without_a_rule_there_is_only_the_count() {
        assertThat(line(9, Set.of(EVERGREEN.id())).sentence()).isEqualTo("9 came.");
    }

    private static SizeLine line(long came, Set<UUID> present, OwnRule... rules) {
        return SizeLine.of(came, MONDAY, List.of(rules), List.of(EVERGREEN, MEDICAID), present);
    }

    private static OwnRule most(Payer payer, int people) {
        return rule(payer.id(), Kind.MOST_PEOPLE, people);
    }

    private static OwnRule rule(@Nullable UUID payer, Kind kind, int amount) {
        return new OwnRule(
                new UUID(0, amount), payer, kind, amount, DateRange.from(LocalDate.of(2026, 1, 1)), "manual", null);
    }
}
