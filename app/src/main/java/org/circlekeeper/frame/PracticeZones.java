package org.circlekeeper.frame;

import java.time.ZoneId;
import org.circlekeeper.terms.PracticeId;

/** Knows the time zone of a practice; the feature of practices says it. Without a bean of this the frame shows UTC. */
public interface PracticeZones {

    ZoneId zoneOf(PracticeId practice);
}
