package org.circlekeeper.scheduling.web;

import java.net.URI;
import java.util.Optional;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.scheduling.RoomId;
import org.circlekeeper.scheduling.Rooms;

/** Fields that several forms of the calendar read alike. */
final class Fields {

    private static final int LONGEST = 300;

    private Fields() {}

    /** A room in use, when one is chosen. */
    static Optional<RoomId> room(Filled form, Rooms rooms) {
        var chosen = form.readIfAny("room", "Choose a room from the list.", RoomId::of);
        var found = chosen.flatMap(rooms::find).filter(room -> room.open());
        if (chosen.isPresent() && found.isEmpty()) {
            form.refuse("room", "Choose a room from the list.");
        }
        return found.map(room -> room.id());
    }

    /** The address of a video room. */
    static String link(String text) {
        var address = URI.create(text);
        if (!"https".equals(address.getScheme()) || address.getHost() == null || text.length() > LONGEST) {
            throw new IllegalArgumentException("Not an address of a video room");
        }
        return text;
    }
}
