package org.circlekeeper.terms;

import java.util.regex.Pattern;

/** What was done: a CPT or HCPCS Level II code. X12 calls it SV101-2. */
public record ProcedureCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}[0-9A-Z]|[A-V]\\d{4}");

    /** Group psychotherapy, other than of a multiple-family group. */
    public static final ProcedureCode GROUP_PSYCHOTHERAPY = new ProcedureCode("90853");

    public ProcedureCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a CPT or HCPCS code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
