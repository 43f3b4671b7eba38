package org.circlekeeper.intake.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.forms.Language;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.intake.PacketId;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.patients.PatientId;

/**
 * Everything the page of a member's papers shows.
 *
 * @param packets what was given for which seat, and how far it is
 * @param ungiven seats for which nothing was given, as choices
 * @param papers every paper that is not over, then those that are
 * @param language the tag of the language in which they get their papers; empty while nobody has said
 * @param forms what can be given beside the packets
 * @param part2 whether the practice has groups under 42 CFR Part 2
 * @param marked whether it applies to this member's papers
 */
public record MemberPapersPage(
        PatientId patient,
        String name,
        List<PacketLine> packets,
        List<Ungiven> ungiven,
        List<Row> papers,
        List<Row> over,
        boolean part2,
        boolean marked,
        String language,
        List<Choice> forms,
        Filled form) {

    /** One packet, as in {@code Tuesday Circle: 7 of 9, given Tue, Nov 24 by the assistant}. */
    public record PacketLine(PacketId id, String group, String progress, boolean whole, String given) {}

    /** A seat without its packet, and whether nobody expects them there. */
    public record Ungiven(String membership, String group, boolean shut, String why) {}

    /**
     * One paper, with what became of it, the last first.
     *
     * @param sum what its answers come to, for whoever may read them; empty when they come to nothing
     * @param asks what somebody reads off a sheet of it that was signed with ink
     * @param helpAsked the questions of that sheet whose answer calls for help; empty when it has none
     * @param copyable whether whoever signed it is to have a copy
     * @param clinical whether its file is for whoever treats them alone
     */
    public record Row(
            PaperId id,
            String title,
            String version,
            String need,
            Tone tone,
            String standing,
            String sum,
            String when,
            String reason,
            List<String> history,
            boolean waivable,
            boolean withdrawable,
            boolean again,
            boolean inkable,
            Set<InkTerms.Asks> asks,
            String helpAsked,
            boolean copyable,
            boolean printable,
            boolean file,
            boolean clinical) {

        public Row {
            asks = Set.copyOf(asks);
        }

        public boolean asksLastDay() {
            return asks.contains(InkTerms.Asks.LAST_DAY);
        }

        public boolean asksPayers() {
            return asks.contains(InkTerms.Asks.PAYERS);
        }

        public boolean asksHelp() {
            return asks.contains(InkTerms.Asks.HELP);
        }

        public boolean asksContact() {
            return asks.contains(InkTerms.Asks.CONTACT);
        }
    }

    /** Whether a last day stands on a sheet. */
    public List<Choice> lasts() {
        return InkTerms.LASTS;
    }

    /** Whom a Part 2 consent names. */
    public List<Choice> names() {
        return InkTerms.NAMES;
    }

    /** What is ticked where an answer calls for help. */
    public List<Choice> ticked() {
        return InkTerms.TICKED;
    }

    /** By which ways the office gives a copy. */
    public List<Choice> ways() {
        return CopyController.WAYS;
    }

    /** Whether a sheet allows e-mail. */
    public List<Choice> email() {
        return InkTerms.EMAIL;
    }

    public List<Choice> languages() {
        return Stream.of(Language.values())
                .map(one -> new Choice(one.tag(), one.onScreen()))
                .toList();
    }

    public String href() {
        return "/patients/" + patient + "/papers";
    }

    public Filled form(String name) {
        return form.name().equals(name) ? form : Filled.blank(name);
    }
}
