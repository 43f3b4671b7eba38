package org.circlekeeper.forms;

import java.time.Instant;

/**
 * The text of a form in one language as it stands in the editor.
 *
 * @param revision counts its savings, from 1
 */
public record Draft(FormId form, Language language, int revision, String text, String by, Instant at) {}
