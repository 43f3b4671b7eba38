package org.circlekeeper.terms;

/**
 * Something a decision noticed.
 *
 * @param code what it is called for ever, as in {@code note-unsigned}: lists, JSON and docs/findings.md know it by this
 * @param weight what it does
 * @param because the sentence a person reads, with its evidence
 * @param remedy what would settle it, in words that begin with a verb
 * @param source where the rule stands: a CFR section, a TR3 loop, a payer's manual with its date, or "this practice"
 */
public record Finding(String code, Weight weight, Because because, String remedy, String source) {

    public enum Weight {
        /** Stands for every payer; no person can lift it. */
        ALWAYS_HOLDS,
        /** Stands by a payer's rule; a named person may file past it with a reason. */
        HOLDS,
        /** Is told, and stops nothing. */
        WARNS
    }

    public boolean holds() {
        return weight != Weight.WARNS;
    }
}
