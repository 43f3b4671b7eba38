package org.circlekeeper.portal;

import java.util.UUID;

/** That somebody acts for a member. */
public record ProxyId(UUID value) {

    public static ProxyId of(String text) {
        return new ProxyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
