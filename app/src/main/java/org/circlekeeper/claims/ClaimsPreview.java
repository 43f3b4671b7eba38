package org.circlekeeper.claims;

import java.util.List;
import org.circlekeeper.attendance.ClosingPreview;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/** Tells on a closed sheet what becomes of its claims, by the same decision that prepares and files them. */
@Component
class ClaimsPreview implements ClosingPreview {

    private final ClaimVisits visits;
    private final Practices practices;

    ClaimsPreview(ClaimVisits visits, Practices practices) {
        this.visits = visits;
        this.practices = practices;
    }

    @Override
    public List<Line> lines(Sheet sheet, boolean forItsLeader) {
        var today = practices.today();
        return AfterClosing.lines(visits.of(sheet.session().id(), today), visits.rules(), today, forItsLeader);
    }
}
