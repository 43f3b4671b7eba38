package org.circlekeeper.finance;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.payers.Program;

/**
 * An insurance of somebody that is in force on a day. Pure.
 *
 * @param memberId the number with the payer
 */
record InForce(UUID payer, String memberId, Program program) {

    /** Whether one of them is of a federal program. */
    static boolean isFederal(List<InForce> insured) {
        return insured.stream().map(InForce::program).anyMatch(program -> switch (program) {
            case MEDICARE, MEDICARE_ADVANTAGE, MEDICAID, TRICARE, VA, OTHER_FEDERAL -> true;
            case COMMERCIAL, OTHER -> false;
        });
    }
}
