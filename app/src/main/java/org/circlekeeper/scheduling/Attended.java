package org.circlekeeper.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.circlekeeper.roster.GroupId;

/**
 * How many came to the last sessions of groups. Whoever keeps attendance declares a bean; the page of groups asks it.
 */
public interface Attended {

    /** So many came, of so many who were expected. */
    record Came(LocalDate day, int came, int expected) {}

    /** Of each group its last sessions whose sheet is closed, the oldest first, at most so many; in one question. */
    Map<GroupId, List<Came>> last(int most);
}
