package org.circlekeeper.attendance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.stereotype.Component;

/** Attendance looked back upon: what pages show of sessions that have taken place. */
@Component
public class PastVisits {

    private final PastVisitStore store;

    PastVisits(PastVisitStore store) {
        this.store = store;
    }

    /** The last marked visits of each member in this group, oldest first. */
    public List<Visit> latelyIn(GroupId group, int each) {
        return store.latelyIn(group, each);
    }

    /** A member's marked visits, newest first. */
    public List<Visit> of(PatientId patient, int most) {
        return store.of(patient, most);
    }

    /** The sheets of these sessions in numbers. */
    public Map<SessionId, Tally> tallies(Collection<SessionId> sessions) {
        return store.tallies(sessions);
    }

    /** Those of closed sessions led by this practitioner whose note nobody has signed, oldest first; at most 500. */
    public List<UnsignedNote> unsigned(PractitionerId leader) {
        return store.unsigned(leader);
    }
}
