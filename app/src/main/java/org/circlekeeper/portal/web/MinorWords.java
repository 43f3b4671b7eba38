package org.circlekeeper.portal.web;

import java.time.LocalDate;
import org.circlekeeper.frame.Words;
import org.circlekeeper.portal.Majority;
import org.circlekeeper.portal.OwnCare;

/** What is known of the ages of a state, in sentences; a rule that nobody checked says so. Pure. */
final class MinorWords {

    static final String UNCHECKED = "Nobody has checked this rule against the law yet: ask your counsel.";

    private MinorWords() {}

    /** By which rule access of a parent ends. */
    static String majority(Majority.Rule rule, LocalDate born) {
        return "Access of a parent or guardian ends by itself on " + Words.day(rule.from(born))
                + ", when the member is " + rule.age() + " (" + rule.state() + ": " + source(rule.source(), rule.asOf())
                + "). " + (rule.checked() ? "" : UNCHECKED);
    }

    /** From which day they may consent to their own care. */
    static String ownCare(Majority.Rule rule, LocalDate born) {
        var own = rule.ownCare();
        if (own == null) {
            return "Whether a minor may consent to outpatient mental-health care of their own in " + rule.state()
                    + " is not written down here, and so a parent decides. Ask your counsel; the owner writes it down"
                    + " under Settings, Minors.";
        }
        return "They may consent to their own outpatient mental-health care from " + Words.day(own.from(born))
                + " on, when they are " + own.age()
                + (own.conditions().isEmpty() ? "" : ", " + own.conditions())
                + " (" + rule.state() + ": " + source(own.source(), own.asOf()) + "). "
                + (own.checked() ? "" : UNCHECKED);
    }

    static String stands(OwnCare care) {
        var consent = care.consent();
        return "They consented to their own care on " + Words.day(care.from()) + ", recorded by " + care.recordedBy()
                + ". Shown by: " + consent.document() + ". " + consent.parents().onScreen() + ": "
                + consent.parentsWhy() + "."
                + (consent.foundBy().isEmpty() ? "" : " That the condition is met found: " + consent.foundBy() + ".");
    }

    static String source(String source, String asOf) {
        return source + (asOf.isEmpty() ? "" : ", written down on " + asOf);
    }
}
