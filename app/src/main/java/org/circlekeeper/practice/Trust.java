package org.circlekeeper.practice;

/** How far the practice lets the assistant go with one kind of work. New practices begin at {@code PROPOSE}. */
public enum Trust {
    OFF,
    PROPOSE,
    ACT
}
