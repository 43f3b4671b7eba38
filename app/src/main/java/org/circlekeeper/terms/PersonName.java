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

    /** In reading order: {@code Ana Maria Ruiz}. */
    @Override
    public String toString() {
        return (first + " " + middle + " " + last).strip().replaceAll("\\s+", " ");
    }
}
