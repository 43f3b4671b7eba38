package org.circlekeeper.movein;

/**
 * Where a row says something else than when it was imported: a person accepts it or leaves things as they are.
 *
 * @param acceptable whether accepting changes it here; otherwise a person changes it by hand, where {@code remedy} says
 */
public record Difference(
        String file,
        int row,
        String id,
        String field,
        String before,
        String after,
        boolean acceptable,
        String remedy) {}
