package org.circlekeeper.intake;

import java.util.List;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** Members who were given papers: one that is required, and one that is offered. */
@Component
public class GivenPapers {

    public static final Asked AGREEMENT =
            new Asked(new FormId("group-confidentiality"), 1, Language.EN, "Group agreement", Need.REQUIRED);
    public static final Asked NOTICE =
            new Asked(new FormId("privacy-notice"), 1, Language.EN, "Privacy notice", Need.OFFERED);

    private final AnyPractice any;
    private final Rosters rosters;
    private final MemberPackets packets;
    private final MemberPapers papers;

    GivenPapers(AnyPractice any, Rosters rosters, MemberPackets packets, MemberPapers papers) {
        this.any = any;
        this.rosters = rosters;
        this.packets = packets;
        this.papers = papers;
    }

    /** Gives both for the member's only seat. */
    public void give(PracticeId practice, PatientId patient) {
        any.run(
                practice,
                () -> packets.give(seat(patient), List.of(AGREEMENT, NOTICE), Language.EN, AnyPractice.TESTER));
    }

    public Membership seat(PatientId patient) {
        return rosters.of(patient).getLast();
    }

    /** The one that stands or lies open of a form. */
    public Paper paper(PracticeId practice, PatientId patient, Asked asked) {
        return any.in(practice, () -> papers.of(patient)).stream()
                .filter(paper ->
                        paper.form().equals(asked.form()) && !paper.status().isOver())
                .findFirst()
                .orElseThrow();
    }

    /** Lets everything that is open pass. */
    public void waiveAll(PracticeId practice, PatientId patient) {
        any.run(
                practice,
                () -> papers.of(patient).stream()
                        .filter(paper -> paper.status().isOpen())
                        .forEach(paper -> papers.waive(paper.id(), "Signed at another office", AnyPractice.TESTER)));
    }
}
