package org.circlekeeper.attendance;

import java.time.Instant;
import java.time.LocalDate;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;

/** A visit of a closed session whose note nobody has signed. */
public record UnsignedNote(
        SessionId session,
        GroupId group,
        LocalDate serviceDate,
        Instant startsAt,
        PatientId patient,
        PersonName name) {}
