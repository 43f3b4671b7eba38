package org.circlekeeper.portal;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.circlekeeper.portal.AgeRules.Own;
import org.circlekeeper.portal.AgeRules.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ages of each state, and what the practice writes down before them. */
class MajorityTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void each_state_and_the_capital_has_a_line_with_its_source_and_nobody_is_said_to_have_checked_it() {
        assertThat(Majority.all()).hasSize(51).allSatisfy(rule -> {
            assertThat(rule.state()).matches("[A-Z]{2}");
            assertThat(rule.source()).isNotBlank();
            assertThat(LocalDate.parse(rule.asOf())).isBefore(LocalDate.of(2027, 1, 1));
            assertThat(rule.checked()).isFalse();
        });
        assertThat(Majority.all().stream()
                        .filter(rule -> rule.age() != 18)
                        .collect(toMap(Majority.Rule::state, Majority.Rule::age)))
                .isEqualTo(Map.of("AL", 19, "NE", 19, "MS", 21));
    }

    @Test
    void where_a_minor_consents_to_their_own_care_is_written_down_with_its_source() {
        assertThat(Majority.all().stream()
                        .filter(rule -> rule.ownCare() != null)
                        .collect(toMap(
                                Majority.Rule::state,
                                rule -> Objects.requireNonNull(rule.ownCare()).age())))
                .isEqualTo(Map.of("CA", 12, "IL", 12, "WA", 13, "PA", 14));
        assertThat(Objects.requireNonNull(Majority.of("WA").ownCare()).source()).isEqualTo("RCW 71.34.530");
        assertThat(Objects.requireNonNull(Majority.of("IL").ownCare()).conditions())
                .isEqualTo("for a limited number of sessions");
    }

    @Test
    void a_state_of_which_nothing_is_written_down_has_the_age_of_most_and_no_care_of_their_own() {
        var guam = Majority.of("GU");
        assertThat(guam.age()).isEqualTo(18);
        assertThat(guam.asOf()).isEmpty();
        assertThat(guam.ownCare()).isNull();
    }

    @Test
    void nobody_comes_of_age_as_a_child_by_a_slip() {
        for (Integer age : new Integer[] {null, 13, 17, 22}) {
            assertThat(AgeRules.wrong(Topic.MAJORITY, age))
                    .as(String.valueOf(age))
                    .isPresent();
            assertThatThrownBy(() -> own("WA", Topic.MAJORITY, age, null)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(AgeRules.wrong(Topic.MAJORITY, 21)).isEmpty();
        assertThat(AgeRules.wrong(Topic.OWN_CARE, 13)).isEmpty();
    }

    @Test
    void what_the_practice_wrote_down_stands_before_what_is_shipped_and_one_topic_leaves_the_other() {
        var checked = LocalDate.of(2026, 11, 20);
        var care = AgeRules.rule("TX", List.of(own("TX", Topic.OWN_CARE, 16, checked)), ZONE);
        assertThat(care.ownCare()).isEqualTo(new Majority.OwnCare(16, "", "counsel", "2026-11-23", true));
        assertThat(care.source()).isEqualTo(Majority.of("TX").source());

        var none = AgeRules.rule("WA", List.of(own("WA", Topic.OWN_CARE, null, null)), ZONE);
        assertThat(none.ownCare()).isNull();
        var age = AgeRules.rule("WA", List.of(own("WA", Topic.MAJORITY, 19, null)), ZONE);
        assertThat(age.age()).isEqualTo(19);
        assertThat(age.checked()).isFalse();
        assertThat(age.ownCare()).isEqualTo(Majority.of("WA").ownCare());
        assertThat(AgeRules.rule("WA", List.of(own("OR", Topic.MAJORITY, 19, null)), ZONE))
                .isEqualTo(Majority.of("WA"));
    }

    private static Own own(String state, Topic topic, @Nullable Integer age, @Nullable LocalDate verified) {
        return new Own(state, topic, age, "", "counsel", verified, NOW);
    }
}
