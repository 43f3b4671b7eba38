/**
 * The frame around every page, and the pages of what lies beneath it: the door, the audit trail.
 *
 * <p>How a page is made. A controller method carries {@code @Needs} (or {@code @Open}), gathers one public record
 * {@code Page} and returns {@code new ModelAndView("org/circlekeeper/claims/web/held-claims", "page", page)}. It
 * runs in the scope of the practice, and its transaction has committed when the template is rendered. The template
 * {@code held-claims.jte} lies beside it and begins so:
 *
 * <pre>{@code
 * @import org.circlekeeper.claims.web.HeldClaimsController.Page
 * @import org.circlekeeper.frame.Frame
 * @param Page page
 * @param Frame frame
 * @template.org.circlekeeper.frame.page(frame = frame, title = "Held claims",
 *     says = "Claims that wait for something, and what would settle each.", body = @`
 *   @template.org.circlekeeper.frame.form(frame = frame, action = "/claims/release", body = @`
 *     <button>Release</button>
 *   `)
 * `)
 * }</pre>
 *
 * <p>A POST returns {@code Next.to("/claims").saying("12 claims released.")}. Parts: {@code form}, {@code table},
 * {@code empty}, {@code chip} with {@link org.circlekeeper.frame.Tone}, {@code ring} with
 * {@link org.circlekeeper.frame.Ring}; {@link org.circlekeeper.frame.Words} writes days and counts. An id that is not
 * there: {@code throw new ResponseStatusException(NOT_FOUND)}. Menu: a bean of
 * {@link org.circlekeeper.frame.NavEntry}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database", "audit", "access"})
package org.circlekeeper.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
