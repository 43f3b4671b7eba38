package org.circlekeeper.movein;

/** Something to know about a row that is imported all the same. Row 0 means the file as a whole. */
public record Notice(String file, int row, String id, String sentence) {}
