package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Membership;

/** Decides whose diagnoses and plans a person records: everybody's in the office, a therapist's own members'. Pure. */
final class ChartKeeping {

    private ChartKeeping() {}

    static boolean keepsChart(SignedIn who, List<Membership> episodes, Map<GroupId, Group> groups, LocalDate today) {
        return who.may(Permission.KEEP_CHARTS)
                && (who.may(Permission.KEEP_PATIENTS)
                        || episodes.stream()
                                .filter(episode -> isOpen(episode, today))
                                .map(episode -> groups.get(episode.group()))
                                .anyMatch(group ->
                                        group != null && group.leader().value().equals(who.practitioner())));
    }

    private static boolean isOpen(Membership episode, LocalDate today) {
        var last = episode.days().last();
        return last == null || !last.isBefore(today);
    }
}
