package org.circlekeeper.database;

import java.io.IOException;
import java.util.Locale;

/** Says in a sentence what a failed write means for whoever runs the program. */
public final class DiskTrouble {

    private DiskTrouble() {}

    public static boolean isFull(IOException failure) {
        var says = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return says.contains("no space left") || says.contains("disk quota");
    }

    /** The sentence, with its remedy. */
    public static String sentence(IOException failure) {
        return isFull(failure)
                ? "The disk is full. Free some space and run this again; what was written before is whole."
                : "The disk answered: " + failure.getMessage() + ".";
    }
}
