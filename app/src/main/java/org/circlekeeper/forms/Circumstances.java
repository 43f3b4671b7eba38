package org.circlekeeper.forms;

/**
 * What is so of a member and their group, as far as it decides which papers they get.
 *
 * @param telehealth whether the group meets by video
 * @param part2 whether its records are under 42 CFR Part 2
 * @param selfPay whether no insurance is to be billed
 */
public record Circumstances(boolean telehealth, boolean part2, boolean selfPay) {}
