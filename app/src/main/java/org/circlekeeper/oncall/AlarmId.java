package org.circlekeeper.oncall;

import java.util.UUID;

/** Something that cannot wait. */
public record AlarmId(UUID value) {

    public static AlarmId of(String text) {
        return new AlarmId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
