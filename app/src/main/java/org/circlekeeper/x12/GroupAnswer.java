package org.circlekeeper.x12;

import java.util.List;

/**
 * What a 999 says about one of our groups (TR3 005010X231A1, AK1 and AK9).
 *
 * @param kind AK101: our GS01
 * @param controlNumber AK102: our GS06
 * @param answer AK901: A, E, P or R; empty where AK9 is missing
 * @param included AK902 and, below, AK903 and AK904; −1 where they are no numbers
 * @param codes AK905 to AK909: why the group as a whole was not fine
 */
public record GroupAnswer(
        String kind,
        String controlNumber,
        String answer,
        long included,
        long received,
        long accepted,
        List<String> codes) {}
