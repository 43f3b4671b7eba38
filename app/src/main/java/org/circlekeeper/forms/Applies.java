package org.circlekeeper.forms;

/** To whom of a group a paper goes. */
public enum Applies {
    EVERYBODY("everybody"),
    /** The group meets by video. */
    TELEHEALTH("members of groups by video"),
    /** The group's records are under 42 CFR Part 2. */
    PART_2("members of groups under 42 CFR Part 2"),
    /** No insurance is to be billed (45 CFR 149.610). */
    SELF_PAY("members who pay themselves");

    private final String onScreen;

    Applies(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    public boolean to(Circumstances circumstances) {
        return switch (this) {
            case EVERYBODY -> true;
            case TELEHEALTH -> circumstances.telehealth();
            case PART_2 -> circumstances.part2();
            case SELF_PAY -> circumstances.selfPay();
        };
    }
}
