package org.circlekeeper.frame;

import org.circlekeeper.access.SignedIn;
import org.jspecify.annotations.Nullable;

/** A bar above every page, when some feature brings one: the demo says there that it is a demo. */
public interface Bar {

    /** The template, named as views are; it is given {@code page} and {@code frame}. */
    String view();

    /** What the template shows. */
    Object page(@Nullable SignedIn person);
}
