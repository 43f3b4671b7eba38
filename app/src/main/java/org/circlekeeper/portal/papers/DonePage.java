package org.circlekeeper.portal.papers;

import org.circlekeeper.portal.Shell;

/**
 * What comes after a paper was signed or handed in.
 *
 * @param copy where the copy is taken; empty when there is none
 * @param takeBack where what was signed is taken back; empty when it is not theirs to take back
 * @param phone of the practice
 * @param next the next paper that waits; empty when none does
 * @param crisis what is read at once, in the language of the paper; empty when nothing calls for it
 */
public record DonePage(
        Shell shell,
        String title,
        String standing,
        String copy,
        String takeBack,
        String phone,
        String next,
        String crisis,
        String language) {

    public String say(String name, Object... given) {
        return shell.say(name, given);
    }
}
