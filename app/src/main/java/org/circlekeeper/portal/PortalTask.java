package org.circlekeeper.portal;

import java.util.List;
import org.circlekeeper.access.MemberPart;

/**
 * Asked of whatever has something for a member to do: it stands on their first page. A bean of this says its sentence
 * in the language that it is given.
 */
public interface PortalTask {

    /** The part to which it belongs: nobody is asked for whoever may not see that. */
    MemberPart part();

    /** What waits for {@code who.member()}, the most pressing first. */
    List<ToDo> of(SignedInMember who, Tongue tongue);

    /** One thing to do, in a sentence, and where it is done. */
    record ToDo(String sentence, String href) {}
}
