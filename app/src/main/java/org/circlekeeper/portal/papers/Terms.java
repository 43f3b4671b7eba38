package org.circlekeeper.portal.papers;

import java.time.LocalDate;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.Filling;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.intake.LastDay;
import org.jspecify.annotations.Nullable;

/**
 * For how long a paper holds, and whether a payer may be told because of it, as whoever signs answered (42 CFR
 * 2.31(a)(4) and (7), 2.33; 45 CFR 164.508(c)(1)(v)). Pure.
 *
 * @param until the last day it holds; null when no day was named
 * @param payment whether it allows what a payer needs; a Part 2 consent for one person by name does not
 */
record Terms(@Nullable LocalDate until, boolean payment) {

    private static final FormId PART_2 = new FormId("part2-consent");

    /** What was answered to questions that are not shown does not count. */
    static Terms of(Questionnaire questionnaire, Answers answers) {
        var shown = Filling.shown(questionnaire, answers);
        var until = LastDay.ASKED_AS.stream()
                .flatMap(linkId -> questionnaire.question(linkId).stream())
                .filter(question -> question.answering() instanceof Answering.Day)
                .flatMap(question -> shown.value(question.linkId()).stream())
                .map(LocalDate::parse)
                .findFirst()
                .orElse(null);
        boolean named = questionnaire.form().equals(PART_2)
                && shown.value("scope").filter("named"::equals).isPresent();
        return new Terms(until, !named);
    }

    boolean isOverOn(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
