package org.circlekeeper.portal.papers;

import gg.jte.Content;
import java.util.List;
import org.circlekeeper.portal.Shell;

/**
 * The whole paper as it is signed or handed in.
 *
 * @param crisis what is read at once because of an answer; empty when none calls for it
 * @param body what stands between the tags of the very bytes whose hash is {@code sha256}
 * @param offered whether it may be declined
 * @param refusable whether whoever looks may say no beside the other guardian who signed
 * @param told what stands above the button of the paper about electronic papers; empty on every other
 * @param adopts whether somebody else has set the marks that stand on it
 * @param problems what keeps it from being whole, each with the page where it is mended
 * @param blocked why it cannot be signed here; empty when it can
 */
public record SignPage(
        Shell shell,
        String href,
        String title,
        String language,
        String crisis,
        Content body,
        String sha256,
        boolean signs,
        boolean offered,
        boolean refusable,
        List<String> told,
        boolean adopts,
        List<Gap> problems,
        String blocked,
        String blockedHref,
        String typedName,
        List<String> wrong) {

    /** What is said of so many questions that are not answered as they must be, with the page of the first. */
    public record Gap(String sentence, String href, int questions) {

        Gap andOneMore() {
            return new Gap(sentence, href, questions + 1);
        }
    }

    public String say(String name, Object... given) {
        return shell.say(name, given);
    }
}
