package org.circlekeeper.terms;

/**
 * What the tax office knows a practice by, nine digits: an employer identification number, or the social security
 * number of a clinician who has none, told by its hyphens (123-45-6789). X12 carries it in 2010AA REF*EI or REF*SY.
 */
public record TaxId(String digits, boolean socialSecurity) {

    public TaxId {
        if (!digits.matches("\\d{9}")) {
            throw new IllegalArgumentException("Not a tax id of nine digits: " + digits);
        }
    }

    public TaxId(String text) {
        this(text.replace("-", "").strip(), text.strip().matches("\\d{3}-\\d{2}-\\d{4}"));
    }

    /** As it is kept and read again: only a social security number has its hyphens. */
    @Override
    public String toString() {
        return socialSecurity
                ? digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5)
                : digits;
    }
}
