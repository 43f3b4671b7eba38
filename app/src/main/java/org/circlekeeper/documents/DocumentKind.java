package org.circlekeeper.documents;

import java.util.Locale;

/** What a document is. */
public enum DocumentKind {
    INSURANCE_CARD("Insurance card"),
    /** A sheet that was signed with ink, as it was scanned. */
    SCANNED_PAPER("Scanned paper"),
    /** Answers that a member handed in, as a form prints them. */
    FILLED_FORM("Filled form"),
    /** What the program printed when somebody signed: the paper with the evidence. */
    SIGNED_PAPER("Signed paper"),
    /** What shows that somebody may act for a patient: a court's order, a power of attorney. */
    AUTHORITY("Proof of authority"),
    OTHER("Other");

    private final String onScreen;

    DocumentKind(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    /** As it begins the name of a file. */
    String inFileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
