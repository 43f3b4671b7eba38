/** The forms about who members are and how to reach them. */
@NullMarked
package org.circlekeeper.patients.web;

import org.jspecify.annotations.NullMarked;
