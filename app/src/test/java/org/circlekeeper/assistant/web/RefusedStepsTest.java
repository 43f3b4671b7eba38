package org.circlekeeper.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.frame.ErrorPages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@PracticeTest
class RefusedStepsTest {

    @Autowired
    ErrorPages all;

    @Autowired
    RefusedSteps steps;

    @RestController
    static class Late {

        @GetMapping("/late")
        String late() {
            throw new StepRefused("Somebody else changed Monday Circle just now.");
        }
    }

    @Test
    void who_comes_second_is_told_so_and_not_that_something_broke() {
        var browser = MockMvcTester.of(
                List.of(new Late()),
                builder -> builder.setControllerAdvice(all, steps).build());

        var answer = browser.get().uri("/late").exchange();
        assertThat(answer).hasStatus(409);
        var model =
                Objects.requireNonNull(answer.getMvcResult().getModelAndView()).getModel();
        assertThat((ErrorPages.Page) model.get("page")).satisfies(page -> {
            assertThat(page.says()).startsWith("Somebody else changed Monday Circle just now. Nothing of what you");
            assertThat(page.reference()).isNull();
        });
    }
}
