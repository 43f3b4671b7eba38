package org.circlekeeper.movein;

/**
 * A row that is not imported, and why.
 *
 * @param row as a spreadsheet numbers it: the header is row 1; 0 when the file as a whole is meant
 * @param id how the file calls the row, as in {@code C1004}
 * @param reason a sentence with its remedy
 */
public record Refused(String file, int row, String id, String reason) {}
