package org.circlekeeper.documents;

/** What the printer made. Nobody else makes one: what comes from outside is examined first. */
public final class Printed {

    private final byte[] pdf;

    Printed(byte[] pdf) {
        this.pdf = pdf.clone();
    }

    public byte[] pdf() {
        return pdf.clone();
    }
}
