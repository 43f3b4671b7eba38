package org.circlekeeper.coverage.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.coverage.AskingMove;
import org.circlekeeper.coverage.AskingStatus;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.DecisionClock;
import org.circlekeeper.coverage.web.MemberAuthorizationsPage.Request;
import org.circlekeeper.coverage.web.MemberAuthorizationsPage.Terms;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;

/** Tells of a request for an authorization in words. */
record RequestWords(Map<UUID, String> payers, Map<UUID, DecisionClock> clocks, ZoneId zone) {

    Request request(AuthorizationRequest one, List<AskingMove> moves) {
        var wanted = one.wanted();
        return new Request(
                one.id(),
                Words.count(wanted.units(), "visit", "visits") + " of " + wanted.code() + ", "
                        + payers.getOrDefault(one.payer(), "") + ", "
                        + MemberAuthorizationsPages.days(wanted.days()) + (one.expedited() ? ", expedited" : ""),
                tone(one.status()),
                MemberAuthorizationsPages.upper(one.status().onScreen()),
                says(one),
                one.packet() != null,
                one.status() == AskingStatus.TO_ASK,
                one.status().waitsForPayer(),
                steps(one.status()),
                moves.stream().map(this::step).toList(),
                new Terms(
                        "", wanted.code().value(), wanted.units(), wanted.days().first(), last(wanted), ""));
    }

    private static LocalDate last(AuthorizationRequest.Wanted wanted) {
        var last = wanted.days().last();
        return last == null ? wanted.days().first() : last;
    }

    private List<String> says(AuthorizationRequest one) {
        var said = new ArrayList<String>();
        var clock = clocks.get(one.payer());
        var sent = one.sent();
        if (sent != null && one.status() != AskingStatus.TO_ASK) {
            said.add("Sent " + sent.channel().byIt() + " on " + Words.moment(sent.at(), zone)
                    + (sent.reference().isEmpty() ? "" : ", reference " + sent.reference())
                    + (sent.spokeWith().isEmpty() ? "" : ", taken by " + sent.spokeWith()) + ".");
            if (one.status().waitsForPayer() && clock != null) {
                said.add(clock.decidedBy(sent.at(), one.expedited(), zone)
                        .map(by -> "The payer decides before " + Words.moment(by, zone) + ".")
                        .orElseGet(() -> clock.says(payers.getOrDefault(one.payer(), "the payer"))));
            }
        }
        var decision = one.decision();
        if (decision != null) {
            said.add("The payer's notice of " + Words.day(decision.on())
                    + (decision.reason().isEmpty() ? "." : ": " + decision.reason() + "."));
            if (one.status().next().contains(AskingStatus.APPEALED)) {
                said.add(appeal(decision, clock));
            }
        }
        return said;
    }

    private static String appeal(AuthorizationRequest.Decided decision, @Nullable DecisionClock clock) {
        var by = decision.appealBy();
        if (by != null) {
            return "Appeal by " + Words.day(by) + " (" + decision.appealSource() + ").";
        }
        var usual = clock == null ? null : clock.usualAppeal();
        return "By when it must be appealed is not known: read the notice."
                + (usual == null ? "" : " Usually " + usual.words() + " (" + usual.source() + ").");
    }

    private static List<Choice> steps(AskingStatus status) {
        var steps = new ArrayList<Choice>();
        if (status.next().contains(AskingStatus.APPEALED)) {
            steps.add(new Choice("APPEALED", "It is appealed"));
        }
        if (status.next().contains(AskingStatus.TO_ASK)) {
            steps.add(new Choice("TO_ASK", "It came back unread and is to be asked again"));
        }
        if (status.next().contains(AskingStatus.ASKED) && status != AskingStatus.TO_ASK) {
            steps.add(new Choice("ASKED", "The decision was written down by mistake"));
        }
        if (status.next().contains(AskingStatus.WITHDRAWN)) {
            steps.add(new Choice("WITHDRAWN", "It is withdrawn"));
        }
        return steps;
    }

    private String step(AskingMove move) {
        return Words.moment(move.at(), zone) + ", " + move.by() + ": "
                + move.status().onScreen() + (move.why().isEmpty() ? "" : " (" + move.why() + ")");
    }

    private static Tone tone(AskingStatus status) {
        return switch (status) {
            case TO_ASK, ASKED, PENDED, APPEALED -> Tone.WAIT;
            case APPROVED -> Tone.GOOD;
            case MODIFIED, PARTIAL -> Tone.CALM;
            case DENIED -> Tone.BAD;
            case NOT_NEEDED, WITHDRAWN -> Tone.NONE;
        };
    }
}
