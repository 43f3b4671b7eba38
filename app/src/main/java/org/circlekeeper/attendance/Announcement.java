package org.circlekeeper.attendance;

import java.time.Instant;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;

/** Somebody said beforehand that a member cannot come to a session. Whether they came is said there and then. */
public record Announcement(SessionId session, PatientId patient, String by, Instant at) {}
