/** The page of settings: the practice's facts, and how far the assistant may go. */
@NullMarked
package org.circlekeeper.assistant.web;

import org.jspecify.annotations.NullMarked;
