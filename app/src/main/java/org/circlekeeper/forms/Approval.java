package org.circlekeeper.forms;

import java.time.LocalDate;

/**
 * Somebody of the practice said that counsel approved a version.
 *
 * @param counsel who approved it
 * @param on the day of the approval
 * @param from the first day whose papers go without the mark: the day after it was said, so that what was printed
 *     before prints the same again
 * @param saidBy who said it
 */
public record Approval(String counsel, LocalDate on, LocalDate from, String saidBy) {}
