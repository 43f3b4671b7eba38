package org.circlekeeper.waitlist;

import java.util.List;
import org.circlekeeper.charts.Charts;

/**
 * What the record of a patient says of what groups are for.
 *
 * @param language in which they read, as ISO 639-1 has it; empty when nobody has said
 * @param diagnoses as they were recorded, each with its days; empty when none is on file
 */
public record OnFile(String language, List<Charts.Diagnosis> diagnoses) {

    /** Of somebody who has no record. */
    public static final OnFile NOTHING = new OnFile("", List.of());

    public OnFile {
        diagnoses = List.copyOf(diagnoses);
    }
}
