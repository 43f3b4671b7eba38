package org.circlekeeper.roster;

import java.util.List;
import org.circlekeeper.terms.Finding;

/** What stands against a seat, for tests whose people have no insurance and are about something else. */
public final class Clearances {

    private Clearances() {}

    /** Without what is missing in somebody's insurance. */
    public static List<Finding> besideInsurance(List<Finding> against) {
        return against.stream()
                .filter(finding -> !finding.code().startsWith("insurance-"))
                .toList();
    }
}
