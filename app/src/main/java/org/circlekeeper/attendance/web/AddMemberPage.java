package org.circlekeeper.attendance.web;

import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.roster.Group;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows on which somebody gets a seat.
 *
 * @param find the words that the list of people is searched by
 * @param all whether the list holds everyone whom the words fit
 * @param people whom a seat may be given to
 * @param name who is chosen; empty while nobody is
 * @param when from when, in words; empty while no day is chosen
 * @param preview what would come of it; null until somebody and a day are chosen
 */
public record AddMemberPage(
        Group group,
        boolean forOneSession,
        String find,
        boolean all,
        List<Choice> people,
        String name,
        String when,
        @Nullable SeatPreview preview,
        Filled form) {

    public String path() {
        return "/groups/" + group.id();
    }
}
