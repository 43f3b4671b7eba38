package org.circlekeeper.terms;

/** The name of a person as X12's NM1 splits it. A person known by one name only has an empty {@code first}. */
public record PersonName(String first, String middle, String last) {

    public PersonName {
        first = first.strip();
        middle = middle.strip();
        last = last.strip();
        if (last.isEmpty()) {
            throw new IllegalArgumentException("A person has at least a last name");
        }
    }

    public PersonName(String first, String last) {
        this(first, "", last);
    }

    /** First name and the first letter of the last: enough for a sign-in sheet. */
    public String firstAndInitial() {
        return first.isEmpty() ? last : first + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
    }

    /** In reading order: {@code Ana Maria Ruiz}. */
    @Override
    public String toString() {
        return (first + " " + middle + " " + last).strip().replaceAll("\\s+", " ");
    }
}
