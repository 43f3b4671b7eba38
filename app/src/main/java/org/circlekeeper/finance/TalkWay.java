package org.circlekeeper.finance;

/** How somebody talked with a member. */
public enum TalkWay {
    IN_PERSON("In person"),
    PHONE("By phone"),
    VIDEO("By video"),
    WRITING("In writing");

    private final String onScreen;

    TalkWay(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }
}
