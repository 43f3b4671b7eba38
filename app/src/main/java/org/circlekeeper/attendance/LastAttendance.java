package org.circlekeeper.attendance;

import java.util.List;
import java.util.Map;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Attended;
import org.springframework.stereotype.Component;

/** Says how many came lately to each group. */
@Component
class LastAttendance implements Attended {

    /** What lies further back is no longer how a group is attended. */
    private static final int WEEKS = 26;

    private final PastVisitStore store;
    private final Practices practices;

    LastAttendance(PastVisitStore store, Practices practices) {
        this.store = store;
        this.practices = practices;
    }

    @Override
    public Map<GroupId, List<Came>> last(int most) {
        return store.last(practices.today().minusWeeks(WEEKS), most);
    }
}
