package org.circlekeeper.x12;

/** The ids of segments seen so far, so that a file of a million segments does not make a million of them. */
final class KnownIds {

    private static final int ROOM = 256;
    private static final int LONGEST = 3;

    private final String[] known = new String[ROOM];

    /** The first characters of a text. */
    String of(String text, int length) {
        if (length > LONGEST) {
            return text.substring(0, length);
        }
        int hash = length;
        for (int place = 0; place < length; place++) {
            hash = hash * 31 + text.charAt(place);
        }
        var one = known[hash & (ROOM - 1)];
        if (one == null || one.length() != length || !text.startsWith(one)) {
            one = text.substring(0, length);
            known[hash & (ROOM - 1)] = one;
        }
        return one;
    }
}
