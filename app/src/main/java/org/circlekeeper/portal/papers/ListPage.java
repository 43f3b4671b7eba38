package org.circlekeeper.portal.papers;

import java.util.List;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.portal.Shell;

/**
 * A member's papers.
 *
 * @param todo what is still to do
 * @param there what is settled
 * @param foreign whether some that nobody began are in another language than the pages
 */
public record ListPage(Shell shell, List<Row> todo, List<Row> there, boolean foreign) {

    /** One paper. */
    public record Row(String href, String title, String language, String standing, boolean begun, boolean copy) {}

    public String say(String name, Object... given) {
        return shell.say(name, given);
    }

    /** The words of the members' pages have one for each status. */
    static String word(PaperStatus status) {
        return "papers.status." + status.name();
    }
}
