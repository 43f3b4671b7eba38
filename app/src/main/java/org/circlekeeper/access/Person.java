package org.circlekeeper.access;

import org.circlekeeper.terms.PersonId;

/** Somebody who may sign in, wherever they work. */
public record Person(PersonId id, String email, String name, boolean hasPassword, boolean disabled) {}
