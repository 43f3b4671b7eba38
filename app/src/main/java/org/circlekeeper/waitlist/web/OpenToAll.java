package org.circlekeeper.waitlist.web;

import static java.util.stream.Collectors.joining;

import org.circlekeeper.scheduling.Weekdays;
import org.circlekeeper.waitlist.Place;

/** A group that is open to whoever comes, and when it meets, in words. */
public record OpenToAll(String href, String name, String meets) {

    static OpenToAll of(Place place) {
        var meets = place.times().stream().map(Weekdays::words).collect(joining(", "));
        return new OpenToAll(
                "/groups/" + place.group().id(), place.group().name(), meets.isEmpty() ? "no regular time yet" : meets);
    }
}
