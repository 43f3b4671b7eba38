package org.circlekeeper.frame;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page. {@link Pages} makes it for each request and gives it to the template as {@code frame}.
 *
 * @param person who signed in, if anybody
 * @param severalPractices whether the person may change to another practice
 * @param menu the entries this person may open
 * @param here the address of this page, without its query
 * @param notice what the last act did, told once
 * @param secondsLeft how long this sign-in still holds at most
 * @param bar what the demo puts above every page
 * @param marks how many things wait behind an entry of the menu, by its address
 * @param place the practice's place among those of the person
 * @param look light or dark, when the person chose; null follows the device
 */
public record Frame(
        Assets assets,
        @Nullable SignedIn person,
        boolean severalPractices,
        List<NavEntry> menu,
        String here,
        FormToken token,
        @Nullable Notice notice,
        long secondsLeft,
        @Nullable Content bar,
        @Nullable String look,
        int place,
        Map<String, Long> marks) {

    private static final int STRIPES = 6;

    /** Pages that stand under an entry of the menu, though their address does not say so. */
    private static final Map<String, String> BESIDE = Map.of(
            "/sessions",
            "/groups",
            "/batches",
            "/claims",
            "/unbilled",
            "/claims",
            "/forms",
            "/settings",
            "/packets",
            "/settings");

    /** The hidden field that proves a form is ours. */
    public record FormToken(String field, String value) {}

    /**
     * Told once, after a change.
     *
     * @param undo where a POST takes it back, if it can be
     * @param refused whether what was asked for was not done
     */
    public record Notice(String said, @Nullable String undo, boolean refused) {}

    /** How many things wait behind the entry; 0 when none do, or nobody counts them. */
    public long waiting(NavEntry entry) {
        return marks.getOrDefault(entry.href(), 0L);
    }

    public boolean may(Permission permission) {
        return person != null && person.may(permission);
    }

    /** Whether this page lies under the entry. */
    public boolean isUnder(NavEntry entry) {
        var first = "/" + here.split("/", 3)[1];
        return BESIDE.getOrDefault(first, first).equals(entry.href());
    }

    /** One of six stripes: a person's practices each have their own, so that nobody mistakes one for another. */
    public String stripe() {
        return "stripe-" + place % STRIPES;
    }
}
