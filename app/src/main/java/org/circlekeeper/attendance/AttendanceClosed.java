package org.circlekeeper.attendance;

import org.circlekeeper.scheduling.SessionId;

/** A sheet was closed or corrected: the next round may come sooner. */
public record AttendanceClosed(SessionId session) {}
