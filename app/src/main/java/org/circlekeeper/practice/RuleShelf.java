package org.circlekeeper.practice;

import java.util.List;

/** Rules that are known about a payer. Whoever knows some declares a bean; the payer's page lists them. */
public interface RuleShelf {

    List<ShownRule> rulesFor(Payer payer);

    /**
     * A rule as a person reads it.
     *
     * @param usual whether it is only what such payers usually ask: shown, and holds nothing back
     * @param checked when somebody last looked at the source, in words; {@code not verified} when nobody did
     */
    record ShownRule(String says, boolean usual, String source, String checked) {}
}
