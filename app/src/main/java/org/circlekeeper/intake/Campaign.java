package org.circlekeeper.intake;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/**
 * Asks everyone who has a seat and an older version of a paper for the newest one; a no stays a no, but for the notice
 * of privacy practices: whoever would not say that they got it is offered the one that holds (45 CFR 164.520(c)(2)).
 */
@Component
public class Campaign {

    private static final FormId NOTICE = new FormId("privacy-notice");

    private final FormLibrary forms;
    private final MemberPapers papers;
    private final Renewals renewals;
    private final Rosters rosters;
    private final Practices practices;

    Campaign(FormLibrary forms, MemberPapers papers, Renewals renewals, Rosters rosters, Practices practices) {
        this.forms = forms;
        this.papers = papers;
        this.renewals = renewals;
        this.rosters = rosters;
        this.practices = practices;
    }

    /**
     * What came of it.
     *
     * @param notWritten how many read a language in which the newest version is not written; they were not asked
     */
    public record Outcome(int asked, int notWritten) {}

    /** Nothing happens for a form that is unknown or was never published. */
    public Outcome renew(String name, LocalDate due, Actor actor) {
        var form = forms.all().stream()
                .filter(one -> one.id().value().equals(name))
                .findFirst();
        var newest = form.flatMap(one -> one.current());
        if (form.isEmpty() || newest.isEmpty()) {
            return new Outcome(0, 0);
        }
        var id = form.get().id();
        int asked = 0;
        int notWritten = 0;
        for (var paper : papers.of(seated())) {
            if (!paper.form().equals(id)
                    || !paper.status().completes()
                    || paper.status() == PaperStatus.DECLINED && !id.equals(NOTICE)
                    || paper.version() >= newest.get().number()) {
                continue;
            }
            if (!newest.get().languages().contains(paper.language())) {
                notWritten++;
                continue;
            }
            var newer = new Asked(
                    id, newest.get().number(), paper.language(), form.get().title(), paper.need());
            if (renewals.renew(paper, newer, due, actor)) {
                asked++;
            }
        }
        return new Outcome(asked, notWritten);
    }

    private Set<PatientId> seated() {
        var today = practices.today();
        return rosters.all().stream()
                .filter(seat -> !seat.days().hasEnded(today))
                .map(Membership::patient)
                .collect(toSet());
    }
}
