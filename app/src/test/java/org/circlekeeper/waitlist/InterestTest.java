package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.Set;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often the form for strangers may be sent. */
@PracticeTest
class InterestTest {

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Interest interest;

    private int asked;
    private String form = "";

    @BeforeEach
    void an_open_form() {
        var made = waiting.made();
        form = any.in(made.practice(), () -> {
            interest.open(made.type(), made.practice(), TESTER);
            return interest.open().get(made.type());
        });
    }

    @Test
    void whoever_sends_too_many_is_refused_and_shuts_the_form_for_nobody_else() {
        for (int i = 0; i < Interest.PER_FORM + 5; i++) {
            assertThat(ask("203.0.113.9")).isEqualTo(i < Interest.PER_ADDRESS);
        }

        assertThat(ask("198.51.100.4")).isTrue();
    }

    @Test
    void many_from_everywhere_are_too_many_for_the_form() {
        for (int i = 0; i < Interest.PER_FORM; i++) {
            assertThat(ask("203.0.113." + i)).isTrue();
        }

        assertThat(ask("198.51.100.4")).isFalse();
    }

    private boolean ask(String address) {
        asked++;
        var who = new Inquirer(
                "N" + asked,
                "",
                "(217) 555-%04d".formatted(asked),
                "",
                null,
                "",
                "",
                new Times(Set.of(), Set.of()),
                "");
        return interest.ask(form, who, address);
    }
}
