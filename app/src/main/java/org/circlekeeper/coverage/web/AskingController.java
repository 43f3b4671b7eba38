package org.circlekeeper.coverage.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.AskingStatus;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.AuthorizationRequest.Channel;
import org.circlekeeper.coverage.AuthorizationRequest.Sent;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.coverage.DecisionClocks;
import org.circlekeeper.coverage.Packets;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Download;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a payer is asked for one member: the request, how it was sent, what the payer decided. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/patients/{id}/authorizations/requests")
public class AskingController {

    private static final String TOO_LATE = "Somebody else has moved this request meanwhile. Look at it again.";

    private static final String ASKED_AGAIN = "The payer is asked for the same in another request by now. Withdraw "
            + "that one, or write the decision there.";

    private final MemberAuthorizationsPages pages;
    private final Asking asking;
    private final Packets packets;
    private final Coverages coverages;
    private final DecisionClocks clocks;
    private final Documents documents;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    AskingController(
            MemberAuthorizationsPages pages,
            Asking asking,
            Packets packets,
            Coverages coverages,
            DecisionClocks clocks,
            Documents documents,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.pages = pages;
        this.asking = asking;
        this.packets = packets;
        this.coverages = coverages;
        this.clocks = clocks;
        this.documents = documents;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping
    Object ask(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        pages.patient(id, who);
        var form = Filled.in("ask", typed);
        var payer = form.read("payer", "Choose who is asked.", UUID::fromString)
                .filter(chosen ->
                        coverages.of(id).stream().anyMatch(one -> one.payer().equals(chosen)));
        if (payer.isEmpty()) {
            form.refuse("payer", "Choose one of those who pay for this member.");
        }
        packets.refusal(id).ifPresent(why -> form.refuse("payer", why));
        var code = form.read("code", "Write the code it is for, as in 90853.", ProcedureCode::new);
        var units = form.read("units", "Write how many visits are asked for, from 1 to 999.", Filled.whole(1, 999));
        var days = MemberAuthorizationsController.days(form);
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        var wanted = new AuthorizationRequest.Wanted(
                code.orElseThrow(),
                units.orElseThrow(),
                days.orElseThrow(),
                packets.extended(id, payer.orElseThrow(), code.orElseThrow()).orElse(null));
        boolean expedited = form.value("expedited").equals("yes");
        if (packets.ask(id, payer.orElseThrow(), wanted, expedited, who.actor()).isEmpty()) {
            form.refuse("payer", "This payer is asked for the same already. Go on with that request, or withdraw it.");
            return pages.show(id, who, form);
        }
        return back(id).saying("The request is made, with its packet. Send it, and write down how.");
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/{request}/sent")
    Object sent(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID request,
            @RequestParam Map<String, String> typed) {
        whose(id, request, who);
        var form = Filled.in("sent-" + request, typed);
        var channel = form.read("channel", "Choose how it was sent.", Channel::valueOf)
                .filter(one -> one != Channel.FILE);
        if (channel.isEmpty()) {
            form.refuse("channel", "Choose portal, phone or fax.");
        }
        form.readIfAny("reference", "Shorten it: 50 characters are the most.", Filled.atMost(50));
        form.readIfAny("spoke", "Shorten it: 100 characters are the most.", Filled.atMost(100));
        if (channel.filter(one -> one == Channel.PHONE).isPresent() && !form.has("spoke")) {
            form.refuse("spoke", "Write who took it: without a name nobody finds the call again.");
        }
        var at = sentAt(form);
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        var sent = new Sent(channel.orElseThrow(), at, form.value("reference"), form.value("spoke"));
        return asking.sent(request, sent, who.actor())
                ? back(id).saying("Written down. It is asked about when the payer is late.")
                : back(id).refusing(TOO_LATE);
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/{request}/decision")
    Object decide(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID request,
            @RequestParam Map<String, String> typed) {
        var asked = whose(id, request, who);
        var form = Filled.in("decision-" + request, typed);
        var today = practices.today();
        var payersClock = clocks.of(asked.payer(), today);
        var answer = DecisionForm.read(form, asked, payersClock, today);
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        var said = answer.orElseThrow();
        boolean written = asked.status() == AskingStatus.PENDED
                        && said instanceof Asking.Answer.Without without
                        && without.status() == AskingStatus.PENDED
                ? asking.called(request, without.decided().reason(), who.actor())
                : asking.answered(request, said, who.actor());
        return written ? back(id).saying("The decision is written down.") : back(id).refusing(TOO_LATE);
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/{request}/step")
    Object step(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID request,
            @RequestParam Map<String, String> typed) {
        var asked = whose(id, request, who);
        var form = Filled.in("step-" + request, typed);
        var to = form.read("to", "Choose what happened.", AskingStatus::valueOf);
        var reason = form.text("reason", "Write why.");
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        var why = reason.orElseThrow();
        boolean moved = switch (to.orElseThrow()) {
            case APPEALED -> asking.appeal(request, why, who.actor());
            case TO_ASK -> asking.cameBack(request, why, who.actor());
            case ASKED -> asking.takeBack(request, why, who.actor());
            case WITHDRAWN -> asking.withdraw(request, why, who.actor());
            case PENDED, APPROVED, MODIFIED, PARTIAL, DENIED, NOT_NEEDED -> false;
        };
        if (moved) {
            return back(id).saying("Written down.");
        }
        return back(id).refusing(asking.another(asked).isPresent() ? ASKED_AGAIN : TOO_LATE);
    }

    @Needs(Permission.KEEP_COVERAGE)
    @GetMapping("/{request}/packet")
    ResponseEntity<byte[]> packet(SignedIn who, @PathVariable PatientId id, @PathVariable UUID request) {
        var packet = whose(id, request, who).packet();
        if (packet == null || !(documents.open(new DocumentId(packet)) instanceof Opened.Whole whole)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.shown(who.actor(), "packet of an authorization request", List.of(id.value()), "downloaded");
        return Download.of(whole);
    }

    /** When it was sent: the payer's time to decide begins with it. Now, when nobody says otherwise. */
    private Instant sentAt(Filled form) {
        var now = clock.instant();
        var zone = practices.current().zone();
        var day = form.dayIfAny("on", "Choose the day on which it was sent.");
        var hour = form.readIfAny("hour", "Write the hour as in 14:30.", LocalTime::parse);
        if (day.isEmpty() && hour.isEmpty()) {
            return now;
        }
        var at = day.orElseGet(practices::today)
                .atTime(hour.orElse(LocalTime.NOON))
                .atZone(zone)
                .toInstant();
        boolean todayWithoutHour =
                hour.isEmpty() && day.filter(practices.today()::equals).isPresent();
        if (todayWithoutHour) {
            return now;
        }
        if (at.isAfter(now)) {
            form.refuse("on", "That is still to come. Write when it was sent.");
        }
        return at;
    }

    private AuthorizationRequest whose(PatientId id, UUID request, SignedIn who) {
        pages.patient(id, who);
        return asking.find(request)
                .filter(one -> one.patient().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Next back(PatientId id) {
        return Next.to("/patients/" + id + "/authorizations");
    }
}
