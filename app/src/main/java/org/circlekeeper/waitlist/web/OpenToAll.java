package org.circlekeeper.waitlist.web;

import static java.util.stream.Collectors.joining;

import org.circlekeeper.scheduling.Weekdays;
import org.circlekeeper.waitlist.Place;

/**
 * A group that is open to whoever comes, and when it meets, in words.
 *
 * @param from the first day on which somebody can come
 */
public record OpenToAll(String group, String name, String meets, String from) {

    public String href() {
        return "/groups/" + group;
    }

    static OpenToAll of(Place place) {
        var meets = place.times().stream().map(Weekdays::words).collect(joining(", "));
        return new OpenToAll(
                place.group().id().toString(),
                place.group().name(),
                meets.isEmpty() ? "no regular time yet" : meets,
                place.from().toString());
    }
}
