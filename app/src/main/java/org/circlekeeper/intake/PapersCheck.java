package org.circlekeeper.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says, when somebody is to be seated, which papers of the seat are missing and whether they know the fee policy. It
 * warns and keeps nobody out: a seat without its papers is given, and shut until they are settled ({@link ShutSeats}).
 */
@Component
class PapersCheck implements AdmissionCheck {

    /** A seat that nobody has yet, to ask what it would ask for. */
    private static final MembershipId NOT_GIVEN = new MembershipId(new UUID(0, 0));

    /** Asked for when it is needed: what knows the papers of seats is built upon the rosters that ask here. */
    private final ObjectProvider<SeatPapers> asked;

    private final MemberPaperStore papers;
    private final FormLibrary forms;
    private final Groups groups;
    private final Practices practices;
    private final Clock clock;

    PapersCheck(
            ObjectProvider<SeatPapers> asked,
            MemberPaperStore papers,
            FormLibrary forms,
            Groups groups,
            Practices practices,
            Clock clock) {
        this.asked = asked;
        this.papers = papers;
        this.forms = forms;
        this.groups = groups;
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public boolean onlyWarns() {
        return true;
    }

    @Override
    public List<Finding> assess(Admission admission) {
        var group = groups.find(admission.group()).orElseThrow();
        var seat = new Membership(NOT_GIVEN, admission.group(), admission.patient(), admission.days());
        var offer = asked.getObject().of(seat);
        var known = papers.of(List.of(admission.patient()));
        var findings = new ArrayList<Finding>();
        var missing = StillMissing.of(known, offer.papers(), practices.today());
        if (!missing.isEmpty()) {
            findings.add(missing(admission, group, missing, offer.missing()));
        }
        unacknowledged(admission, known, offer.papers()).ifPresent(findings::add);
        return findings;
    }

    private Finding missing(Admission admission, Group group, List<Asked> missing, String inTheWay) {
        var titles = missing.stream().map(Asked::title).toList();
        return new Finding(
                "papers-to-come",
                Finding.Weight.WARNS,
                because(
                        admission,
                        (titles.size() == 1 ? "A paper" : titles.size() + " papers") + " that " + group.name()
                                + " asks for " + (titles.size() == 1 ? "is" : "are") + " missing: " + Words.list(titles)
                                + "."),
                "Nobody expects them before that is settled or waived."
                        + (inTheWay.isEmpty() ? " They get it once the seat is theirs." : " " + inTheWay),
                "this practice");
    }

    /** Where a practice has a fee policy in use. That its seat does not ask for it makes it no less unknown to them. */
    private Optional<Finding> unacknowledged(Admission admission, List<Paper> known, List<Asked> bySeat) {
        boolean inUse = forms.find(FeePolicy.FORM).flatMap(Form::current).isPresent();
        if (!inUse || FeePolicy.isAcknowledged(known, practices.today())) {
            return Optional.empty();
        }
        boolean asksForIt = bySeat.stream().anyMatch(one -> one.form().equals(FeePolicy.FORM));
        return Optional.of(new Finding(
                "fee-policy-open",
                Finding.Weight.WARNS,
                because(admission, "They have not acknowledged the fee and absence policy."),
                asksForIt
                        ? "Charge no fee for an absence before they have: it is among the papers of this seat."
                        : "Give them that paper on the page of their papers: this seat does not ask for it.",
                "CMS Medicare Claims Processing Manual ch. 1, 30.3.13: a written policy first"));
    }

    private Because because(Admission admission, String sentence) {
        return Because.of(
                sentence,
                new Evidence("Their papers.", "/patients/" + admission.patient() + "/papers", clock.instant()));
    }
}
