package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.x12.Oracles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Four weeks of a practice, from the sheet to the claims file. */
@PracticeTest
class FourWeeksTest {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 10, 19);

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @TempDir
    private Path out;

    @Test
    void ten_members_meeting_weekly_give_forty_claims_in_four_weeks() {
        var practice = story.open();
        fourWeeks(practice, "Monday Circle", 0);

        story.round(practice);

        assertThat(sent(practice)).hasSize(40);
    }

    @Test
    void five_groups_give_two_hundred_and_a_second_round_finds_nothing_to_do() throws Exception {
        var practice = story.open();
        for (int weekday = 0; weekday < 5; weekday++) {
            fourWeeks(practice, "Circle " + weekday, weekday);
        }

        var first = story.round(practice);

        assertThat(first).filteredOn(entry -> entry.kind() == Kind.FAILED).isEmpty();
        assertThat(first)
                .filteredOn(entry -> entry.duty().equals("prepare-claims") && entry.kind() == Kind.DID)
                .hasSize(20);
        assertThat(first)
                .filteredOn(entry -> entry.duty().equals("file-claims"))
                .hasSize(3);
        assertThat(sent(practice)).hasSize(200);
        assertThat(story.round(practice)).isEmpty();
        assertThat(story.in(practice, () -> claims.unbilled(FIRST_MONDAY, FIRST_MONDAY.plusWeeks(5)))
                        .total())
                .isZero();
        exportsOnce(practice);
        everyoneTakesEveryFile(practice);
    }

    private void exportsOnce(PracticeId practice) {
        var exported = story.in(practice, () -> claims.export(out, false, BilledPractice.DANA));
        assertThat(exported.files()).hasSize(3);
        assertThat(exported.files().stream()
                        .mapToInt(Export.ExportedFile::claims)
                        .sum())
                .isEqualTo(200);
        assertThat(exported.refused()).isEmpty();

        var again = story.in(practice, () -> claims.export(out, false, BilledPractice.DANA));
        assertThat(again.files()).isEmpty();
        assertThat(again.already()).isEqualTo(3);

        var all = story.in(practice, () -> claims.export(out, true, BilledPractice.DANA));
        assertThat(all.files()).isEqualTo(exported.files());
    }

    private void everyoneTakesEveryFile(PracticeId practice) throws Exception {
        var taken = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(out)) {
            for (var file : files) {
                taken.addAll(Oracles.take(Files.readAllBytes(file)));
            }
        }
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        sent(practice).stream().map(Claim::number).toList());
    }

    private List<Claim> sent(PracticeId practice) {
        return story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT)));
    }

    private void fourWeeks(PracticeId practice, String name, int weekday) {
        var group = story.group(practice, name, false);
        var payers = List.of("MCRB1", "BRHP1", "SKMED");
        var members = new ArrayList<PatientId>();
        for (int seat = 0; seat < 10; seat++) {
            members.add(story.member(practice, group, payers.get(seat % 3)));
        }
        for (int week = 0; week < 4; week++) {
            var day = FIRST_MONDAY.plusWeeks(week).plusDays(weekday);
            story.held(practice, story.session(practice, group, day, 9), members);
        }
    }
}
