package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One more member, beside how many people payers allow with so many leaders. */
class OneMoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final UUID EVERGREEN = UUID.fromString("00000000-0000-7000-8000-000000000011");
    private static final UUID HARBOR = UUID.fromString("00000000-0000-7000-8000-000000000012");
    private static final Map<UUID, String> NAMES = Map.of(EVERGREEN, "Evergreen", HARBOR, "Harbor");

    @Test
    void the_member_who_fills_the_limit_is_fine_and_the_next_one_is_warned_about() {
        var rules = List.of(rule(EVERGREEN, 8, null));

        assertThat(assess(8, 1, rules)).isEmpty();
        assertThat(assess(9, 1, rules)).singleElement().satisfies(found -> {
            assertThat(found.weight()).isEqualTo(Finding.Weight.WARNS);
            assertThat(found.because().sentence()).isEqualTo("With them 9 people would sit there; Evergreen allows 8.");
            assertThat(found.source()).isEqualTo("the contract, page 14");
        });
    }

    @Test
    void a_second_leader_allows_more() {
        var rules = List.of(rule(EVERGREEN, 8, 1), rule(EVERGREEN, 12, 2));

        assertThat(assess(9, 2, rules)).isEmpty();
        assertThat(assess(9, 1, rules))
                .singleElement()
                .extracting(found -> found.because().sentence())
                .asString()
                .endsWith("Evergreen allows 8 with 1 leader.");
    }

    @Test
    void a_rule_about_a_payer_of_nobody_there_says_nothing_and_the_practice_s_own_always_does() {
        assertThat(assess(20, 1, List.of(rule(HARBOR, 8, null)))).isEmpty();
        assertThat(assess(20, 1, List.of(rule(null, 10, null))))
                .singleElement()
                .extracting(found -> found.because().sentence())
                .asString()
                .contains("Your practice allows 10");
    }

    private static List<Finding> assess(int people, int leading, List<OwnRule> rules) {
        var group = new Group(
                new GroupId(UUID.randomUUID()),
                "Monday Circle",
                UUID.randomUUID(),
                "Process group",
                ProcedureCode.GROUP_PSYCHOTHERAPY,
                false,
                2,
                null,
                24,
                new PractitionerId(UUID.randomUUID()),
                DateRange.from(DAY),
                null,
                "");
        return OneMore.assess(
                new OneMore.Asked(group, DAY, people, leading, Set.of(EVERGREEN), Instant.EPOCH), rules, NAMES);
    }

    private static OwnRule rule(@Nullable UUID payer, int most, @Nullable Integer leaders) {
        return new OwnRule(
                UUID.randomUUID(),
                payer,
                OwnRule.Kind.MOST_PEOPLE,
                most,
                leaders,
                DateRange.from(LocalDate.of(2026, 1, 1)),
                "the contract, page 14",
                null);
    }
}
