package org.circlekeeper.x12;

/** Which interchange and which group of a file the reading has come to, from 1. */
final class PlaceInFile {

    private int interchange;
    private int group;

    void see(Segment segment) {
        if (segment.is("ISA")) {
            interchange++;
        } else if (segment.is("GS")) {
            group++;
        }
    }

    int interchange() {
        return interchange;
    }

    int group() {
        return group;
    }
}
