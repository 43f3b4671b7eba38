package org.circlekeeper.portal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Qr;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.patients.Recipient.Outside;
import org.circlekeeper.portal.Account;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.Majority;
import org.circlekeeper.portal.OwnCare;
import org.circlekeeper.portal.OwnCares;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what staff see of a member's access to their own pages. */
@Component
class LettingInPages {

    private static final List<Choice> RELATIONS = Arrays.stream(Proxy.Relation.values())
            .map(relation -> new Choice(relation.name(), relation.onScreen()))
            .toList();

    private static final List<Choice> PARENTS = Arrays.stream(OwnCare.Parents.values())
            .map(parents -> new Choice(parents.name(), parents.onScreen()))
            .toList();

    private final Accounts accounts;
    private final Proxies proxies;
    private final OwnCares cares;
    private final Patients patients;
    private final Practices practices;
    private final Messages messages;
    private final AuditTrail audit;

    LettingInPages(
            Accounts accounts,
            Proxies proxies,
            OwnCares cares,
            Patients patients,
            Practices practices,
            Messages messages,
            AuditTrail audit) {
        this.accounts = accounts;
        this.proxies = proxies;
        this.cares = cares;
        this.patients = patients;
        this.practices = practices;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * Lets whoever keeps the members' records, or writes with this member, on to the member's page; refuses others,
     * alike whether there is such a member.
     */
    Patient open(SignedIn who, PatientId id) {
        boolean lets = who.may(Permission.KEEP_PATIENTS)
                || !messages.sight(who).topics(id).isEmpty();
        return patients.find(id)
                .filter(_ -> lets)
                .orElseThrow(() -> NotYours.ofAnotherLeader(Permission.LET_MEMBERS_IN));
    }

    static Filled blank() {
        return Filled.blank("proxy");
    }

    /** An invitation in words. */
    LettingInPage.Told told(Accounts.Invitation invitation, String name) {
        return new LettingInPage.Told(
                name,
                invitation.link(),
                invitation.code().substring(0, 3) + " " + invitation.code().substring(3),
                invitation.mailed(),
                Words.moment(invitation.until(), practices.current().zone()),
                Qr.of(invitation.link()));
    }

    ModelAndView page(Patient patient, SignedIn who, String base, LettingInPage.@Nullable Told told, Filled form) {
        var id = patient.id();
        audit.shown(who.actor(), "a member's access to their pages", List.of(id.value()), "form");
        var account = accounts.ofMember(id);
        var rule = proxies.rule(patient);
        var page = new LettingInPage(
                "/patients/" + id,
                patient.name().toString(),
                account.map(one -> one.hasJoined() ? Tone.GOOD : Tone.WAIT).orElse(Tone.NONE),
                account.map(this::stands).orElse("No access yet"),
                account.isPresent(),
                outside(id),
                base + Entrance.at(practices.current().id()),
                told,
                proxies.of(id).stream().map(this::row).toList(),
                who.may(Permission.KEEP_PATIENTS),
                MinorWords.majority(rule, patient.birthDate()),
                minor(patient, rule),
                RELATIONS,
                form.name().equals("proxy") ? form : blank(),
                form);
        var view = new ModelAndView("org/circlekeeper/portal/web/letting-in", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private String stands(Account account) {
        var zone = practices.current().zone();
        var until = accounts.invitedUntil(account.id()).map(moment -> "invited until " + Words.moment(moment, zone));
        return account.hasJoined()
                ? "They have come in" + until.map(words -> "; " + words).orElse("")
                : until.map(words -> "I" + words.substring(1)).orElse("Their invitation has run out");
    }

    private String outside(PatientId id) {
        return switch (patients.recipient(id).map(Recipient::outside).orElseThrow()) {
            case Outside.Email _ -> "The link goes to them by e-mail. The code does not: you tell it to them.";
            case Outside.None none ->
                none.why() + " The link and the code are shown here, to be told by telephone or handed over on paper.";
        };
    }

    /** What a member may decide about who is not of age today; null of an adult. */
    private LettingInPage.@Nullable Minor minor(Patient patient, Majority.Rule rule) {
        var today = practices.today();
        var born = patient.birthDate();
        if (!today.isBefore(rule.from(born))) {
            return null;
        }
        var own = rule.ownCare();
        return new LettingInPage.Minor(
                MinorWords.ownCare(rule, born),
                cares.of(patient.id()).map(MinorWords::stands).orElse(""),
                own != null && !today.isBefore(own.from(born)),
                own == null ? "" : own.conditions(),
                PARENTS);
    }

    private LettingInPage.Row row(Proxy proxy) {
        var today = practices.today();
        boolean stands = proxy.standsOn(today);
        return new LettingInPage.Row(
                proxy.id().toString(),
                proxy.name(),
                proxy.relation().onScreen(),
                Proxies.words(proxy.parts()),
                proxy.document() + (proxy.authority() == null ? "" : " (kept here)"),
                days(proxy),
                stands ? proxy.joined() ? Tone.GOOD : Tone.WAIT : Tone.NONE,
                stands ? proxy.joined() ? "Acts for them" : "Not come in yet" : word(proxy),
                proxy.ended() == null);
    }

    private String days(Proxy proxy) {
        var last = proxy.days().last();
        var ofAge = proxy.ofAge();
        var until = last == null || ofAge != null && ofAge.isBefore(last) ? ofAge : last;
        return "from " + Words.day(proxy.days().first())
                + (until == null ? ", until somebody ends it" : ", until " + Words.day(until));
    }

    private String word(Proxy proxy) {
        var ended = proxy.ended();
        if (ended != null) {
            return "Ended by " + ended.by() + ": " + ended.why();
        }
        var ofAge = proxy.ofAge();
        if (ofAge != null && !practices.today().isBefore(ofAge)) {
            return "Over: the member decides for themselves";
        }
        return practices.today().isBefore(proxy.days().first()) ? "Begins later" : "Over";
    }

    /** The parts that can be given, as their boxes are named. */
    static List<Choice> parts() {
        return Arrays.stream(MemberPart.values())
                .filter(part -> part != MemberPart.ANY)
                .map(part -> new Choice("part-" + part, part.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
