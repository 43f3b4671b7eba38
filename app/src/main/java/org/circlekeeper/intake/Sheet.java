package org.circlekeeper.intake;

import java.time.Instant;
import org.circlekeeper.forms.Answers;
import org.jspecify.annotations.Nullable;

/**
 * What was answered on a paper so far.
 *
 * @param openedAt when something was answered first
 * @param readAt when the whole paper was shown last, to be signed; null when it was not
 */
public record Sheet(
        Answers answers, Instant openedAt, @Nullable Instant readAt) {}
