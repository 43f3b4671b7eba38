package org.circlekeeper.portal;

import org.circlekeeper.forms.Language;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds each of the members' own pages.
 *
 * @param practice the neutral name that the practice has outside
 * @param phone where to call
 * @param acting whom the pages are about, when that is not whoever signed in
 * @param several whether the pages can be about somebody else, too
 * @param messages whether there is an inbox for whoever looks
 * @param unread how many things wait in it
 * @param privacy where the notice of privacy practices is read; empty when no practice is meant
 */
public record Shell(
        Tongue tongue,
        String practice,
        String phone,
        boolean signedIn,
        @Nullable String acting,
        boolean several,
        boolean messages,
        long unread,
        String privacy) {

    public String say(String name, Object... given) {
        return tongue.say(name, given);
    }

    public Language language() {
        return tongue.language();
    }

    /** Where nobody learns anything: a page about the weather. */
    public String elsewhere() {
        return "https://www.weather.gov/";
    }
}
