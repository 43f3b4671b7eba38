package org.circlekeeper.scheduling;

/**
 * Where a group meets.
 *
 * @param open whether it is in use; a closed one stays with what was held there
 */
public record Room(RoomId id, String name, int seats, boolean open) {}
