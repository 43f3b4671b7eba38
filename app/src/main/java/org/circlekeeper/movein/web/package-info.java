/** The pages of the import: hand files over, see what would happen, import, take back. */
@NullMarked
package org.circlekeeper.movein.web;

import org.jspecify.annotations.NullMarked;
