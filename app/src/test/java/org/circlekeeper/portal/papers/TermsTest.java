package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.StarterPacket;
import org.junit.jupiter.api.Test;

/** For how long a paper holds, and for what, is what was answered. */
class TermsTest {

    @Test
    void a_consent_for_somebody_by_name_allows_nothing_to_a_payer() {
        assertThat(part2(Map.of("scope", "tpo", "ends", "none")).payment()).isTrue();
        assertThat(part2(Map.of("scope", "payment", "ends", "none")).payment()).isTrue();
        assertThat(part2(Map.of("scope", "named", "ends", "none")).payment()).isFalse();
    }

    @Test
    void it_ends_on_the_day_that_was_named_and_on_none_that_is_no_longer_asked_for() {
        var day = LocalDate.of(2026, 12, 31);
        assertThat(part2(Map.of("scope", "tpo", "ends", "date", "ends-on", "2026-12-31"))
                        .until())
                .isEqualTo(day);
        assertThat(part2(Map.of("scope", "tpo", "ends", "none", "ends-on", "2026-12-31"))
                        .until())
                .isNull();
        assertThat(Terms.of(form("release-of-information"), new Answers(Map.of("ends", "2026-12-31"))))
                .isEqualTo(new Terms(day, true));
        assertThat(Terms.of(form("treatment-consent"), Answers.none())).isEqualTo(new Terms(null, true));
    }

    @Test
    void what_ended_before_today_is_over() {
        var today = LocalDate.of(2026, 11, 23);
        assertThat(new Terms(today.minusDays(1), true).isOverOn(today)).isTrue();
        assertThat(new Terms(today, true).isOverOn(today)).isFalse();
        assertThat(new Terms(null, true).isOverOn(today)).isFalse();
    }

    private static Terms part2(Map<String, String> answers) {
        return Terms.of(form("part2-consent"), new Answers(answers));
    }

    private static Questionnaire form(String name) {
        var piece = StarterPacket.PIECES.stream()
                .filter(one -> one.form().equals(new FormId(name)))
                .findFirst()
                .orElseThrow();
        return StarterPacket.read(piece, Language.EN);
    }
}
