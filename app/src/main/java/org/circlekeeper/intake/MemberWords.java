package org.circlekeeper.intake;

import java.util.Map;
import org.circlekeeper.patients.Patient;

/** What is put into papers of one member: asked of every feature above that knows something of their visits. */
public interface MemberWords {

    /** By the name of the place in the text; empty where nothing is known for this paper. */
    Map<String, String> of(Paper paper, Patient member);
}
