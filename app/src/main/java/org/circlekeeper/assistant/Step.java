package org.circlekeeper.assistant;

import org.circlekeeper.terms.Because;

/**
 * What a duty would do next. Its key names the situation: the same situation yields the same key on every run, so
 * nothing is done or asked twice.
 */
public sealed interface Step<A> {

    String key();

    Because because();

    /** The duty can do this itself. */
    record Act<A>(String key, A action, Because because) implements Step<A> {}

    /** Only a person can settle this, at {@code href}. */
    record Ask<A>(String key, String question, String href, Because because) implements Step<A> {}
}
