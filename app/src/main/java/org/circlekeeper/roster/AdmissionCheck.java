package org.circlekeeper.roster;

import java.util.List;
import org.circlekeeper.terms.Finding;

/**
 * Asked of every feature above before somebody is seated or offered a seat: screening, insurance, papers. Each returns
 * all it has to say. A finding that always holds keeps the door shut; one that holds is passed by a person's reason.
 */
public interface AdmissionCheck {

    List<Finding> assess(Admission asked);
}
