package org.circlekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.nio.file.Path;
import java.util.Map;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.intake.GivenPapers;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything is everything: what was answered on a paper that nobody has handed in yet, too. */
@PracticeTest
class AnswerFilesTest {

    @Autowired
    OwnPages pages;

    @Autowired
    AnyPractice any;

    @Autowired
    GivenPapers given;

    @Autowired
    Sheets sheets;

    @Autowired
    JdbcClient db;

    @Test
    void answers_are_written_as_files_that_open_and_altered_ones_are_named(@TempDir Path folder) {
        var made = pages.made();
        given.give(made.practice(), made.member());
        var paper = given.paper(made.practice(), made.member(), GivenPapers.AGREEMENT)
                .id();
        any.run(made.practice(), () -> sheets.keep(paper, new Answers(Map.of("since", "spring")), TESTER));

        var result = any.in(made.practice(), () -> AnswerFiles.write(sheets, folder));

        assertThat(result.notWritten()).isEmpty();
        assertThat(folder.resolve("answers-" + paper + ".json")).hasContent("{\"since\":\"spring\"}");
        any.run(
                made.practice(),
                () -> db.sql("update intake.answers set sealed = 'altered'").update());
        assertThat(any.in(made.practice(), () -> AnswerFiles.write(sheets, folder))
                        .notWritten())
                .singleElement()
                .asString()
                .contains(paper.toString(), "were altered");
    }
}
