package org.circlekeeper.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class PagesTest {

    private static final SignedIn SOMEBODY = new SignedIn(
            new PersonId(new UUID(0, 1)),
            "Dana Whitfield",
            new PracticeId(new UUID(0, 2)),
            "Maple Street",
            Set.of(Role.OWNER),
            null);

    @Test
    void a_mark_that_cannot_be_counted_takes_no_page_away() {
        var broken = new MenuMark() {
            @Override
            public String href() {
                return "/messages";
            }

            @Override
            public long count(SignedIn who) {
                throw new DataAccessResourceFailureException("no connection is free");
            }
        };

        assertThat(Pages.count(broken, SOMEBODY)).isZero();
    }
}
