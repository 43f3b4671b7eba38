package org.circlekeeper.intake;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.intake.Consents.Part2Consent;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The paper by which a member consents that records of a substance-use programme are disclosed for payment (42 CFR
 * 2.31, 2.33): once signed, claims go on; once withdrawn, nothing that rests on it and has not left goes any more.
 */
@Component
class Part2Papers {

    static final FormId FORM = new FormId("part2-consent");

    private final Consents consents;
    private final Patients patients;
    private final OfAge ofAge;
    private final Practices practices;

    Part2Papers(Consents consents, Patients patients, OfAge ofAge, Practices practices) {
        this.consents = consents;
        this.patients = patients;
        this.ofAge = ofAge;
        this.practices = practices;
    }

    /**
     * Follows a paper that has moved. A new consent takes the place of every older one, and so one is in force at the
     * most; with one that is withdrawn go those that were recorded by hand, for a no means all of them.
     *
     * @param signed how it was signed, if it was
     */
    void follow(Paper paper, PaperMoves.Consent signed, Actor actor) {
        if (!paper.isPart2Consent()) {
            return;
        }
        switch (paper.status()) {
            case SIGNED, ON_PAPER -> {
                end(paper, _ -> true, actor);
                if (signed.payment()) {
                    consents.recordPart2(
                            paper.patient(),
                            signed.on(),
                            until(paper, signed.on()),
                            Part2Consent.asPaper(paper.id()),
                            actor);
                }
            }
            case WITHDRAWN -> withdraw(paper, actor);
            case RAN_OUT -> end(paper, one -> isOf(one, paper), actor);
            case TO_DO, STARTED, WAITING_FOR_SECOND, DONE, DECLINED, WAIVED, REFUSED, REPLACED -> {}
        }
    }

    /**
     * What a guardian consents to for a minor ends by itself with the last day before they are of age (42 CFR 2.14).
     */
    private @Nullable LocalDate until(Paper paper, LocalDate signedOn) {
        var last =
                ofAge.from(patients.find(paper.patient()).orElseThrow(), true).minusDays(1);
        var until = paper.until();
        return last.isBefore(signedOn) || until != null && until.isBefore(last) ? until : last;
    }

    private void withdraw(Paper paper, Actor actor) {
        end(paper, one -> isOf(one, paper) || one.paper().isEmpty(), actor);
    }

    private void end(Paper paper, Predicate<Part2Consent> which, Actor actor) {
        consents.part2(paper.patient()).stream()
                .filter(consent -> consent.revoked() == null && which.test(consent))
                .forEach(consent -> consents.revokePart2(
                        consent.id(),
                        new Part2Consent.Revoked(practices.today(), actor.label(), paper.reason()),
                        actor));
    }

    private static boolean isOf(Part2Consent consent, Paper paper) {
        return consent.paper().filter(paper.id()::equals).isPresent();
    }
}
