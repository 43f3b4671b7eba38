package org.circlekeeper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/** What is told after a form was answered. */
class AfterChangeTest {

    private static final PracticeId PRACTICE = new PracticeId(UUID.randomUUID());

    private final List<PracticeId> told = new ArrayList<>();

    @Test
    void a_form_that_changes_something_is_told_of_and_one_that_searches_is_not() throws NoSuchMethodException {
        answered("found");
        assertThat(told).isEmpty();

        answered("change");
        assertThat(told).containsExactly(PRACTICE);
    }

    private void answered(String method) throws NoSuchMethodException {
        var request = new MockHttpServletRequest("POST", "/anything");
        var who = new SignedIn(new PersonId(UUID.randomUUID()), "Dana", PRACTICE, "", Set.of(Role.OWNER), null);
        request.setAttribute(SignIn.class.getName(), new SignIn(who, Instant.MAX, 1, 0));
        var handler = new HandlerMethod(new Forms(), Forms.class.getDeclaredMethod(method));
        new AfterChange(told::add).afterCompletion(request, new MockHttpServletResponse(), handler, null);
    }

    /** A page with a search and with something to keep. */
    static final class Forms {

        @ChangesNothing
        void found() {}

        void change() {}
    }
}
