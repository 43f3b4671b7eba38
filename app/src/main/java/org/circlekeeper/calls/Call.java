package org.circlekeeper.calls;

import java.time.LocalDate;

/**
 * Somebody is to be called.
 *
 * @param href the page it is about
 * @param due the day by which
 */
public record Call(CallId id, Whom whom, String why, String href, LocalDate due, String madeBy) {}
