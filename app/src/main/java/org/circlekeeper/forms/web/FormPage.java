package org.circlekeeper.forms.web;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.forms.LineDiff;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of one form shows.
 *
 * @param draft whether what is given out, or would be, is a draft for counsel
 * @param signed whether it is a paper that is signed
 * @param twoSign whether two guardians must sign it
 * @param next the number of the version to come
 * @param waiting the version that waits for counsel's word; null when none does
 * @param refused why nothing was published
 */
public record FormPage(
        String href,
        String title,
        String id,
        String kind,
        Tone tone,
        String word,
        boolean draft,
        boolean retired,
        boolean signed,
        boolean twoSign,
        int next,
        List<VersionRow> versions,
        List<DraftRow> drafts,
        @Nullable Integer waiting,
        LocalDate today,
        List<String> refused,
        Filled sent) {

    /** A link and its words. */
    public record Link(String label, String href) {}

    /** One version. */
    public record VersionRow(
            int number, String at, String by, String says, List<Link> texts, Tone tone, String counsel) {}

    /**
     * The draft in one language.
     *
     * @param revision the saving that is shown; 0 when nothing was written
     * @param changed whether it differs from what is published
     * @param changes the lines that do
     */
    public record DraftRow(
            String language,
            String tag,
            String href,
            int revision,
            String saved,
            Tone tone,
            String word,
            boolean changed,
            List<LineDiff.Line> changes) {}

    /** The form to publish: what changed is chosen beforehand. */
    public Filled publishForm() {
        if (sent.name().equals("publish")) {
            return sent;
        }
        var form = Filled.blank("publish");
        drafts.forEach(row -> form.with("with-" + row.tag(), row.changed() ? "yes" : ""));
        return form;
    }

    public Filled approvalForm() {
        return sent.name().equals("approval") ? sent : Filled.blank("approval").with("on", today);
    }

    public Filled retirementForm() {
        return sent.name().equals("retirement") ? sent : Filled.blank("retirement");
    }
}
