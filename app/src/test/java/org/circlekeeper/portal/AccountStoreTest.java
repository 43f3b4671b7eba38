package org.circlekeeper.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who acts for members is known by their address, and by the name that goes with it. */
@PracticeTest
class AccountStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Autowired
    AnyPractice any;

    @Autowired
    AccountStore accounts;

    /** Whoever owns the address is signed in perhaps, and would see the member with the next page. */
    @Test
    void an_address_that_is_known_under_another_name_is_refused() {
        any.run(any.open(), () -> {
            var lena = accounts.ofOther(UUID.randomUUID(), "Lena Vogt", "lena@home.example", "Dana", NOW);

            assertThat(accounts.ofOther(UUID.randomUUID(), "lena  vogt ", "Lena@home.example", "Dana", NOW))
                    .isEqualTo(lena);
            assertThat(accounts.knownOtherwise("Maria Reyes", "lena@home.example")
                            .orElseThrow())
                    .contains("the one of Lena Vogt");
            assertThat(accounts.knownOtherwise("Maria Reyes", "maria@home.example"))
                    .isEmpty();
            assertThatThrownBy(
                            () -> accounts.ofOther(UUID.randomUUID(), "Maria Reyes", "LENA@home.example", "Dana", NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Lena");
        });
    }
}
