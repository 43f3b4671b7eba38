package org.circlekeeper.forms;

import java.util.regex.Pattern;

/** The name by which a form is known for ever, as in {@code group-confidentiality}: small letters, digits, hyphens. */
public record FormId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    public FormId {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A form is known by at most " + LONGEST
                    + " small letters, digits and hyphens, beginning with a letter");
        }
    }

    public static FormId of(String text) {
        return new FormId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
