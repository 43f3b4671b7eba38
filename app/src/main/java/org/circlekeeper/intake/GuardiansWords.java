package org.circlekeeper.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/**
 * Whose word a member's papers are: ends at once what guardians said for a member who decides for themselves from now
 * on, and what a minor signed who does so no more. Consents under Part 2 are left out (42 CFR 2.14).
 */
@Component
public class GuardiansWords {

    private static final Set<PaperStatus> OPEN =
            EnumSet.of(PaperStatus.STARTED, PaperStatus.WAITING_FOR_SECOND, PaperStatus.REFUSED);
    private static final Set<PaperStatus> WRITTEN = EnumSet.of(PaperStatus.STARTED, PaperStatus.DONE);

    private final GuardiansPapers guardians;
    private final MemberPaperStore store;
    private final PaperMoves moves;
    private final Renewals renewals;
    private final Practices practices;

    GuardiansWords(
            GuardiansPapers guardians,
            MemberPaperStore store,
            PaperMoves moves,
            Renewals renewals,
            Practices practices) {
        this.guardians = guardians;
        this.store = store;
        this.moves = moves;
        this.renewals = renewals;
        this.practices = practices;
    }

    /** How many papers are asked of the member anew: what guardians began, signed, half signed or refused. */
    public int end(PatientId member, String why, Actor actor) {
        long signed = guardians.pastMajority().stream()
                .filter(paper -> paper.patient().equals(member) && !paper.isPart2Consent())
                .filter(paper -> renewals.ranOut(paper.id(), why, actor))
                .count();
        long open = store.of(List.of(member)).stream()
                .filter(paper -> OPEN.contains(paper.status()) && !paper.isPart2Consent())
                .filter(paper -> moves.afresh(paper.id(), why, actor))
                .count();
        return Math.toIntExact(signed + open);
    }

    /** How many papers that they wrote or signed themselves from that day on are asked of a guardian anew. */
    public int endOwn(PatientId member, LocalDate from, String why, Actor actor) {
        var zone = practices.current().zone();
        long signed = store.signedByThemselves(member).stream()
                .filter(paper -> !paper.isPart2Consent())
                .filter(paper -> !LocalDate.ofInstant(paper.movedAt(), zone).isBefore(from))
                .filter(paper -> renewals.ranOut(paper.id(), why, actor))
                .count();
        long written = store.of(List.of(member)).stream()
                .filter(paper -> WRITTEN.contains(paper.status()) && !paper.isPart2Consent())
                .filter(paper -> !LocalDate.ofInstant(paper.movedAt(), zone).isBefore(from))
                .filter(paper -> moves.afresh(paper.id(), why, actor))
                .count();
        return Math.toIntExact(signed + written);
    }
}
