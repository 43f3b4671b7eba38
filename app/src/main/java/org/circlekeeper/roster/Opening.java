package org.circlekeeper.roster;

import java.time.LocalDate;

/** A chair of a group that is nobody's for good from a day on. */
public record Opening(GroupId group, int chair, LocalDate from) {}
