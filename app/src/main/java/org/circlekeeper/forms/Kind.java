package org.circlekeeper.forms;

/** What a form is for. */
public enum Kind {
    /** Questions whose answers are read by staff. */
    QUESTIONNAIRE("questionnaire", "Questions"),
    /** A text that is read, initialled and signed. */
    DOCUMENT("document", "Paper to sign");

    private final String code;
    private final String onScreen;

    Kind(String code, String onScreen) {
        this.code = code;
        this.onScreen = onScreen;
    }

    /** As the questionnaire keeps it. */
    public String code() {
        return code;
    }

    public String onScreen() {
        return onScreen;
    }
}
