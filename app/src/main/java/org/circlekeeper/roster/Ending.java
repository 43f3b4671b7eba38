package org.circlekeeper.roster;

/** Why a membership ends. */
public enum Ending {
    GRADUATED("graduated"),
    DROPPED("stopped coming"),
    ADMINISTRATIVE("for an administrative reason"),
    MOVED("moved away"),
    HIGHER_CARE("needs more care"),
    FINANCIAL("for the cost"),
    INSURANCE("for the insurance"),
    DECEASED("died"),
    /** Goes on in another group: the next membership says in which. */
    TRANSFERRED("went to another group");

    private final String onScreen;

    Ending(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }
}
