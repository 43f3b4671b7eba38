package org.circlekeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.circlekeeper.Generated;
import org.circlekeeper.assistant.Manner;
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
                .map(duty -> "| %d | %s | %s | %s | %s |%n"
                        .formatted(
                                duty.place(),
                                duty.id(),
                                duty.promise(),
                                duty.manner().seen(),
                                agreed(duty.manner())))
                .collect(Collectors.joining());

        Generated.assertMatches(
                "duties.md",
                "# Duties\n\nMade from the code by DutiesPageTest, in the order of a round.\n\n"
                        + "Whoever lacks the permission to see is shown none of a duty's lines; whoever lacks the one to"
                        + " agree finds its\nproposals without a button. [access.md](access.md) says which roles have"
                        + " them.\n\n| place | id | promise | seen with | agreed to with |\n|---|---|---|---|---|\n"
                        + rows);
    }

    private static String agreed(Manner manner) {
        return manner.agreement() == null
                ? "only asks"
                : manner.agreement().needs().name();
    }

    @Test
    void claims_wait_for_the_evening_by_the_name_that_the_journal_knows() {
        assertThat(rounds.duties()).anySatisfy(duty -> assertThat(duty.id()).isEqualTo(Evenings.FILING));
    }
}
