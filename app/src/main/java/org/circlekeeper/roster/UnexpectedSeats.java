package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.DateRange;

/** Asked of the features above: in which seats nobody is expected though they are given, because papers are missing. */
public interface UnexpectedSeats {

    /** A seat, and days on which its member is not expected. */
    record Unexpected(MembershipId seat, DateRange days) {}

    /** All that touch this day or a later one. */
    List<Unexpected> from(LocalDate day);
}
