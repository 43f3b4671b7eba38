/**
 * The members' own pages: signing in apart from staff, the next session, papers to fill in and sign, what was written,
 * and who acts for whom.
 *
 * <p>How a page is made. A controller method beneath {@code /portal} carries {@code @ForMembers} and takes
 * {@link org.circlekeeper.portal.SignedInMember}; the practice is in scope and the member it is about is
 * {@code who.member()}. It gives its template one record {@code Page} with a {@link org.circlekeeper.portal.Shell} from
 * {@link org.circlekeeper.portal.Shells}; the template begins with {@code @template.org.circlekeeper.portal.page}. Each
 * word comes from {@code words_en.properties} and {@code words_es.properties} by
 * {@link org.circlekeeper.portal.Tongue}. What waits for a member on their first page: a bean of
 * {@link org.circlekeeper.portal.PortalTask}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "terms",
            "database",
            "audit",
            "access",
            "frame",
            "assistant",
            "practice",
            "outbox",
            "documents",
            "forms",
            "patients",
            "signing",
            "messaging",
            "oncall",
            "roster",
            "scheduling",
            "intake",
            "charts",
            "attendance",
            "finance"
        })
package org.circlekeeper.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
