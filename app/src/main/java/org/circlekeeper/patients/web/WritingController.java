package org.circlekeeper.patients.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Reach;
import org.circlekeeper.patients.Reach.Means;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.patients.Recipient.Outside;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How a member wants to be written to: what they said about e-mail, and where else they asked to be written to. */
@Controller
@ConditionalOnWebApplication
public class WritingController {

    static final List<Choice> MEANS = List.of(
            new Choice("", "The address on record"),
            new Choice(Means.EMAIL.name(), "Another e-mail address"),
            new Choice(Means.INBOX.name(), "Nowhere outside"));

    /** Whoever was asked about one address has said nothing of another. */
    private static final String CHANGED = "The address was changed meanwhile. Look at the one below, and say it again.";

    private final Patients patients;
    private final Reaches reaches;
    private final Practices practices;
    private final AuditTrail audit;

    WritingController(Patients patients, Reaches reaches, Practices practices, AuditTrail audit) {
        this.patients = patients;
        this.reaches = reaches;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * Everything the page shows.
     *
     * @param outside what happens to a message outside, in a sentence
     * @param address where mail would go, empty when nowhere
     * @param said what they said about e-mail and when, in a sentence
     * @param asked in which words a paper they signed names another way or place; empty when none does
     */
    public record Page(
            String href,
            String name,
            boolean written,
            String outside,
            String address,
            boolean askable,
            boolean nowhere,
            String said,
            boolean returned,
            String warning,
            String asked,
            List<Choice> means,
            Filled form) {}

    @Needs(Permission.KEEP_PATIENTS)
    @GetMapping("/patients/{id}/writing")
    ModelAndView show(SignedIn who, @PathVariable PatientId id) {
        var patient = patient(id);
        return page(who, patient, addressForm(reaches.of(id)));
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/writing/address")
    Object address(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var patient = patient(id);
        var form = Filled.in("address", typed);
        var means = form.readIfAny("means", "Choose where to write to.", Means::valueOf);
        if (means.filter(Means.EMAIL::equals).isPresent()) {
            form.read("email", "Write the e-mail address, as in ana@example.org.", WritingController::plain);
        }
        if (form.isWrong()) {
            return page(who, patient, form);
        }
        means.ifPresentOrElse(
                asked -> reaches.askConfidential(id, asked, form.value("email"), who.actor()),
                () -> reaches.endConfidential(id, who.actor()));
        return back(id, "Saved. It holds from the next message on, and for those that wait.");
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/writing/word")
    Object word(
            SignedIn who,
            @PathVariable PatientId id,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String address) {
        patient(id);
        if (!reaches.candidate(id).equals(address)) {
            return Next.to(href(id)).refusing(CHANGED);
        }
        if (!agrees.matches("yes|no") || reaches.candidate(id).isEmpty()) {
            return Next.to(href(id)).refusing("Nothing is recorded: there is no address, or no answer.");
        }
        reaches.sayAboutEmail(id, agrees.equals("yes"), who.actor());
        return back(id, agrees.equals("yes") ? "Recorded: e-mail is fine." : "Recorded: no e-mail.");
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/writing/returned")
    Object returned(
            SignedIn who,
            @PathVariable PatientId id,
            @RequestParam(defaultValue = "") String arrives,
            @RequestParam(defaultValue = "") String address) {
        patient(id);
        if (address.isEmpty() || !reaches.candidate(id).equals(address)) {
            return Next.to(href(id)).refusing(CHANGED);
        }
        if (arrives.equals("yes")) {
            reaches.arrivesAgain(id, address, who.actor());
            return back(id, "Recorded: mail arrives there again.");
        }
        reaches.cameBack(id, address, who.actor());
        return back(id, "Recorded: nothing is sent there any more.");
    }

    private ModelAndView page(SignedIn who, Patient patient, Filled form) {
        var id = patient.id();
        audit.shown(who.actor(), "how to write to a member", List.of(id.value()), "form");
        var reach = reaches.of(id);
        var outside = patients.recipient(id).map(Recipient::outside).orElseThrow();
        var address = reaches.candidate(id);
        var page = new Page(
                "/patients/" + id,
                patient.name().toString(),
                outside instanceof Outside.Email,
                says(outside),
                address,
                Recipient.isPlain(address),
                isNowhere(reach),
                said(reach),
                reach.returned().stream().anyMatch(address::equalsIgnoreCase),
                Reach.WARNING,
                Optional.ofNullable(reach.confidential())
                        .map(Reach.Confidential::asked)
                        .orElse(""),
                MEANS,
                form);
        var view = new ModelAndView("org/circlekeeper/patients/web/writing", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static boolean isNowhere(Reach reach) {
        var asked = reach.confidential();
        return asked != null && asked.means() == Means.INBOX && asked.read();
    }

    private static String says(Outside outside) {
        return switch (outside) {
            case Outside.Email email ->
                "They are told by e-mail that there is a message"
                        + (email.confidential() ? ", at the address they asked for." : ".");
            case Outside.None none -> none.why() + " A message stays in their inbox here.";
        };
    }

    private String said(Reach reach) {
        return Optional.ofNullable(reach.word())
                .map(word -> (word.agrees() ? "They agreed" : "They did not want it") + " for "
                        + (word.email().isEmpty() ? "no address" : word.email())
                        + (word.wording() == Reach.IN_PAPER ? ", in a paper they signed" : "") + ", recorded by "
                        + word.recordedBy()
                        + " on "
                        + Words.moment(word.recordedAt(), practices.current().zone()) + ".")
                .orElse("Nobody has asked them yet.");
    }

    private static Filled addressForm(Reach reach) {
        var asked = reach.confidential();
        var form = Filled.blank("address");
        return asked == null ? form : form.with("means", asked.means().name()).with("email", asked.email());
    }

    private Patient patient(PatientId id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String href(PatientId id) {
        return "/patients/" + id + "/writing";
    }

    private static Next back(PatientId id, String said) {
        return Next.to(href(id)).saying(said);
    }

    private static String plain(String text) {
        if (!Recipient.isPlain(text)) {
            throw new IllegalArgumentException("Not one plain address");
        }
        return text;
    }
}
