package org.circlekeeper.portal.papers;

import java.util.List;
import org.circlekeeper.forms.DocumentView;
import org.circlekeeper.forms.QuestionView;
import org.circlekeeper.portal.Shell;
import org.jspecify.annotations.Nullable;

/**
 * One question of a paper, or text alone.
 *
 * @param language of the paper, which may be another than that of the page
 * @param about what the paper is about, or the stem of all its questions; empty when it is not read here
 * @param copyright the line that stays with a measure of others; empty when there is none
 * @param crisis what is read at once because of an answer; empty when none calls for it
 * @param reads what is read before it, with its headings
 * @param number which page of how many it is, from 1
 * @param file whether the answer is a file
 * @param again whether what was typed before a sign-in ended stands there
 */
public record QuestionPage(
        Shell shell,
        String href,
        String title,
        String language,
        String about,
        String draft,
        String copyright,
        String crisis,
        List<DocumentView.Part> reads,
        @Nullable QuestionView question,
        int number,
        int of,
        boolean file,
        @Nullable String wrong,
        boolean again) {

    /** The field that says which question stands on the page; no link id begins like that. */
    static final String ASKED = "~asked";

    public String asked() {
        return ASKED;
    }

    public String say(String name, Object... given) {
        return shell.say(name, given);
    }

    public String action() {
        return href + "/pages/" + number;
    }

    /** The page before; the list of papers before the first. */
    public String back() {
        return number > 1 ? href + "/pages/" + (number - 1) : "/portal/papers";
    }
}
