package org.circlekeeper.access;

import org.circlekeeper.terms.PracticeId;

/** A sign-in to the members' own pages, as far as the rules of access need to know it. It opens no page of staff. */
public interface MemberSignIn {

    /** Where the members' own pages lie; nothing of staff lies there. */
    String PATH = "/portal";

    PracticeId practice();

    /** Whether it is said for whom, and this part may be seen and changed for them. */
    boolean may(MemberPart part);

    static boolean isPath(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }
}
