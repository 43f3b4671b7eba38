package org.circlekeeper.terms;

/** What was done: a CPT or HCPCS Level II code. X12 calls it SV101-2. */
public record ProcedureCode(String value) {

    /** Group psychotherapy, other than of a multiple-family group. */
    public static final ProcedureCode GROUP_PSYCHOTHERAPY = new ProcedureCode("90853");

    public ProcedureCode {
        if (!value.matches("\\d{4}[0-9A-Z]|[A-V]\\d{4}")) {
            throw new IllegalArgumentException("Not a CPT or HCPCS code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
