package org.circlekeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.circlekeeper.Generated;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.PracticeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page about what the assistant does, in the order of a round. */
@PracticeTest
class DutiesPageTest {

    @Autowired
    Rounds rounds;

    @Test
    void the_page_about_the_duties_is_true() {
        var rows = rounds.duties().stream()
                .map(duty -> "| %d | %s | %s |%n".formatted(duty.place(), duty.id(), duty.promise()))
                .collect(Collectors.joining());

        Generated.assertMatches(
                "duties.md",
                "# Duties\n\nMade from the code by DutiesPageTest, in the order of a round.\n\n"
                        + "| place | id | promise |\n|---|---|---|\n" + rows);
    }

    @Test
    void claims_wait_for_the_evening_by_the_name_that_the_journal_knows() {
        assertThat(rounds.duties()).anySatisfy(duty -> assertThat(duty.id()).isEqualTo(Evenings.FILING));
    }
}
