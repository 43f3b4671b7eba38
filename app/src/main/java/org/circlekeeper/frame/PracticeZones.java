package org.circlekeeper.frame;

import java.time.ZoneId;
import org.circlekeeper.terms.PracticeId;

/** Knows the time zone of a practice: its own feature says it. Without a bean of this the frame shows UTC, and says so. */
public interface PracticeZones {

    ZoneId zoneOf(PracticeId practice);
}
