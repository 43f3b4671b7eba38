package org.circlekeeper.terms;

/** An employer identification number, nine digits without a hyphen. X12 carries it in 2010AA REF*EI. */
public record TaxId(String digits) {

    public TaxId {
        digits = digits.replace("-", "").strip();
        if (!digits.matches("\\d{9}")) {
            throw new IllegalArgumentException("Not a tax id of nine digits: " + digits);
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}
