package org.circlekeeper.terms;

/** A US telephone number: ten digits, as X12's PER segment carries it. */
public record Phone(String digits) {

    public Phone {
        if (!digits.matches("[2-9]\\d{9}")) {
            throw new IllegalArgumentException("Not a ten-digit US telephone number: " + digits);
        }
    }

    /** Reads what people write: {@code (217) 555-0142}, {@code +1 217 555 0142}. */
    public static Phone read(String text) {
        var digits = text.replaceAll("\\D", "");
        return new Phone(digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits);
    }

    @Override
    public String toString() {
        return "(" + digits.substring(0, 3) + ") " + digits.substring(3, 6) + "-" + digits.substring(6);
    }
}
