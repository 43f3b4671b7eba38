package org.circlekeeper.assistant;

import java.util.concurrent.atomic.AtomicReference;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Is told first after each round, and breaks after those of one practice when a test says so. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class BreaksAfterRound implements AfterRound {

    private final AtomicReference<@Nullable PracticeId> of = new AtomicReference<>();

    public void breakFor(@Nullable PracticeId practice) {
        of.set(practice);
    }

    @Override
    public void afterRound(PracticeId practice) {
        if (practice.equals(of.get())) {
            throw new IllegalStateException("The test wants it to break");
        }
    }
}
