package org.circlekeeper.access;

import org.circlekeeper.terms.PracticeId;

/** A practice as somebody who may enter it reads it in a list. */
public record KnownPractice(PracticeId id, String name) {}
