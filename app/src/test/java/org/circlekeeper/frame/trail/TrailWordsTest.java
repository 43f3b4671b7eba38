package org.circlekeeper.frame.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.audit.AuditEntry;
import org.junit.jupiter.api.Test;

class TrailWordsTest {

    private static final String ID = "01a14503-35e7-7368-9f5d-fbae45299d90";

    @Test
    void a_person_is_named_and_a_group_is_a_link() {
        assertThat(TrailWords.about(entry("signed in", "person " + ID, ""), Map.of(ID, "Priya Nair")))
                .isEqualTo(new TrailWords.About("Priya Nair", null));
        assertThat(TrailWords.about(entry("roster", "group " + ID, ""), Map.of()))
                .isEqualTo(new TrailWords.About("a group", "/groups/" + ID));
    }

    @Test
    void recurring_work_is_told_in_words_with_the_page_it_was_about() {
        var planned = entry("plan-sessions", "group:" + ID + ":to:2027-02-22T15:00:00Z", "");
        assertThat(TrailWords.what(planned)).isEqualTo("filled the calendar");
        assertThat(TrailWords.about(planned, Map.of())).isEqualTo(new TrailWords.About("a group", "/groups/" + ID));

        var filed = entry("file-claims", "payer:STMED:7e8e0431c03f", "");
        assertThat(TrailWords.about(filed, Map.of())).isEqualTo(new TrailWords.About("payer STMED", null));
        assertThat(TrailWords.about(entry("sent claims", "batch " + ID, ""), Map.of()))
                .isEqualTo(new TrailWords.About("a claims file", "/batches/" + ID));
    }

    @Test
    void a_refusal_says_what_was_asked_and_what_the_role_lacks_in_words() {
        var refused = entry("asked for GET /notes", "person " + ID, "needs SIGN_NOTES");
        assertThat(TrailWords.what(refused)).isEqualTo("asked to see /notes");
        assertThat(TrailWords.why(refused)).isEqualTo("the role does not include: sign notes");
    }

    @Test
    void what_has_no_better_words_stays_as_it_was_written() {
        assertThat(TrailWords.about(entry("set a fee", "code 90853", ""), Map.of())
                        .says())
                .isEqualTo("code 90853");
        assertThat(TrailWords.why(entry("set a fee", "code 90853", ""))).isEqualTo("–");
    }

    private static AuditEntry entry(String what, String subject, String why) {
        return new AuditEntry(
                1,
                Instant.parse("2026-11-23T15:00:00Z"),
                "person",
                UUID.fromString(ID).toString(),
                "Priya Nair",
                "compliance",
                "did",
                what,
                subject,
                List.of(),
                why);
    }
}
