package org.circlekeeper.frame;

import org.circlekeeper.access.Permission;

/**
 * One entry of the menu. A feature declares a bean of it; the frame shows it to whoever has the permission.
 *
 * @param key the letter that follows {@code g} on the keyboard
 */
public record NavEntry(int order, String label, String href, String key, Permission permission) {}
