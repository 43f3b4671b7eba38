package org.circlekeeper.attendance;

import java.time.Instant;
import java.time.LocalDate;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.SessionId;
import org.jspecify.annotations.Nullable;

/** What is known of one member's coming to one session that has taken place. */
public record Visit(
        SessionId session,
        GroupId group,
        LocalDate serviceDate,
        Instant startsAt,
        PatientId patient,
        Presence presence,
        @Nullable Integer minutes) {}
