package org.circlekeeper.forms;

import java.util.EnumSet;
import java.util.Set;

/** Where a form stands. The arrows are here and nowhere else; docs/states/form.mmd is drawn from them. */
public enum FormStatus {
    /** Nothing of it was published yet. */
    DRAFT("draft"),
    /** A version is published and may be given to members. */
    IN_USE("in use"),
    /** It goes to nobody any more; what was signed stays. */
    RETIRED("retired");

    private final String onScreen;

    FormStatus(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    public Set<FormStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(IN_USE, RETIRED);
            case IN_USE -> EnumSet.of(RETIRED);
            case RETIRED -> EnumSet.of(DRAFT, IN_USE);
        };
    }
}
