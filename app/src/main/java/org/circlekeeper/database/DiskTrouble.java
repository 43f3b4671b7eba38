package org.circlekeeper.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says in a sentence what a failed write means for whoever runs the program. */
public final class DiskTrouble {

    private DiskTrouble() {}

    public static boolean isFull(IOException failure) {
        return saysFull(String.valueOf(failure.getMessage()));
    }

    static boolean saysFull(String said) {
        var says = said.toLowerCase(Locale.ROOT);
        return says.contains("no space left") || says.contains("disk quota");
    }

    /** The sentence, with its remedy. */
    public static String sentence(IOException failure) {
        if (isFull(failure)) {
            return "The disk is full. Free some space and run this again; what was written before is whole.";
        }
        return switch (failure) {
            case AccessDeniedException denied ->
                "This user may not write " + denied.getFile() + ". Give the user that right.";
            case NoSuchFileException gone -> gone.getFile() + " is not there.";
            default -> "The disk answered: " + failure.getMessage() + ".";
        };
    }
}
