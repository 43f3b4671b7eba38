package org.circlekeeper.portal.web;

import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Qr;
import org.circlekeeper.frame.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Everything that staff see of a member's access to their own pages.
 *
 * @param word how their own access stands
 * @param open whether there is access that can be closed
 * @param outside how an invitation would reach them, in a sentence
 * @param door the address where members of the practice sign in
 * @param told an invitation that was just made: it is shown once
 * @param grants whether whoever looks decides who acts for members
 * @param rule when access of a parent would end, and by which rule
 * @param minor what a member who is not of age may decide about; null of an adult
 * @param grant the form by which access is granted
 * @param sent whichever form was sent and could not be read
 */
public record LettingInPage(
        String member,
        String name,
        Tone tone,
        String word,
        boolean open,
        String outside,
        String door,
        @Nullable Told told,
        List<Row> proxies,
        boolean grants,
        String rule,
        @Nullable Minor minor,
        List<Choice> relations,
        Filled grant,
        Filled sent) {

    /**
     * A member who is not of age.
     *
     * @param rule from which day they may consent to their own care, and by which rule
     * @param stands that they did, in a sentence; empty while they did not
     * @param askable whether it can be recorded: they are old enough by the rule
     * @param conditions under which conditions the rule holds; empty when there are none
     * @param choices what may become of those who act for them
     */
    public record Minor(String rule, String stands, boolean askable, String conditions, List<Choice> choices) {}

    /** An invitation: where it goes, and the code. */
    public record Told(String name, String link, String code, boolean mailed, String until, Qr qr) {}

    /** Somebody who acts for the member, or did. */
    public record Row(
            String id,
            String name,
            String relation,
            String parts,
            String document,
            String days,
            Tone tone,
            String word,
            boolean open) {}

    public String href() {
        return member + "/portal";
    }

    public List<Choice> parts() {
        return LettingInPages.parts();
    }

    /** The form that records a consent to their own care, as it was sent; else a blank one. */
    public Filled ownCare() {
        return sent.name().equals("own-care") ? sent : Filled.blank("own-care");
    }

    /** Why it was not recorded, where its form does not stand to say it; null when it does, or nothing was wrong. */
    public @Nullable String ownCareRefused() {
        boolean stands = minor != null && minor.stands().isEmpty() && minor.askable();
        return stands ? null : ownCare().wrong("from");
    }

    /** The form that takes it back. */
    public Filled ownCareEnd() {
        return sent.name().equals("own-care-end") ? sent : Filled.blank("own-care-end");
    }

    /** The form that ends a row, as it was sent; else a blank one. */
    public Filled ending(Row row) {
        var name = "end-" + row.id();
        return sent.name().equals(name) ? sent : Filled.blank(name);
    }
}
