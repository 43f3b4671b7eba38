package org.circlekeeper.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.People;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.messaging.Inbox;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.PortalSignIns;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxies.Granted;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.terms.Phone;
import org.springframework.stereotype.Component;

/**
 * Those of the larger house who have pages of their own: Sam, who sits on Tuesdays and wrote back, and Lena, who acts
 * for two members. And who is on call, with an alarm by which it was tried.
 */
@Component
class WhoComesIn {

    static final String SAM = "Sam Okafor";
    static final String LENA = "Lena Vogt";

    private static final String OWN_CODE = "482913";
    private static final String NOWHERE = "http://localhost";
    private static final LocalDate GRANTED = LocalDate.of(2026, 10, 19);

    private final Patients patients;
    private final Accounts accounts;
    private final Proxies proxies;
    private final Entrance entrance;
    private final PortalSignIns signIns;
    private final Inbox inbox;
    private final OnCall onCall;
    private final Pager pager;
    private final People people;
    private final MovableClock clock;

    WhoComesIn(
            Patients patients,
            Accounts accounts,
            Proxies proxies,
            Entrance entrance,
            PortalSignIns signIns,
            Inbox inbox,
            OnCall onCall,
            Pager pager,
            People people,
            MovableClock clock) {
        this.patients = patients;
        this.accounts = accounts;
        this.proxies = proxies;
        this.entrance = entrance;
        this.signIns = signIns;
        this.inbox = inbox;
        this.onCall = onCall;
        this.pager = pager;
        this.people = people;
        this.clock = clock;
    }

    /** Whoever is invited comes in once the invitation is committed, as with everybody. */
    record Invited(Accounts.Invitation sam, Accounts.Invitation lena) {}

    Invited invite(House house) {
        var office = house.as("Ines");
        at(20, 11);
        var sam = accounts.invite(called(SAM), NOWHERE, office);
        var lena = List.of("Alma Reyes", "Vera Lindqvist").stream()
                .map(name -> grant(called(name), house))
                .toList()
                .getFirst();
        callsList(house);
        return new Invited(sam, accounts.invite(lena, NOWHERE, office));
    }

    /** They come in, and Sam writes back. */
    SignedInMember comeIn(Invited invited) {
        at(20, 12);
        enter(invited.lena());
        return signIns.of(enter(invited.sam())).orElseThrow();
    }

    void writeBack(SignedInMember sam) {
        inbox.open(sam.member(), Topic.LOGISTICS, sam.reader());
        inbox.reply(sam.member(), Topic.LOGISTICS, "Thank you. Can I fetch the card on Monday as well?", sam.actor());
    }

    private String enter(Accounts.Invitation invitation) {
        var link = invitation.link();
        var token = link.substring(link.lastIndexOf('/') + 1);
        if (entrance.enter(token, invitation.code(), OWN_CODE, "the demo", "") instanceof Entrance.Entered.Welcome in) {
            return in.token();
        }
        throw new IllegalStateException("An invitation of the story did not open");
    }

    private Proxy grant(PatientId member, House house) {
        var grant = new Proxies.Grant(
                LENA,
                "lena@vogt.example",
                Proxy.Relation.REPRESENTATIVE,
                EnumSet.of(MemberPart.SCHEDULE, MemberPart.MESSAGES, MemberPart.FORMS),
                "Power of attorney, cabinet 3",
                null,
                GRANTED,
                null);
        var granted = proxies.grant(patients.find(member).orElseThrow(), grant, house.as("Ines"));
        if (granted instanceof Granted.Done(var id)) {
            return proxies.of(member, id).orElseThrow();
        }
        throw new IllegalStateException("Nothing speaks against Lena, and yet: " + granted);
    }

    private void callsList(House house) {
        var dana = house.as("Dana");
        for (var first : List.of("Marcus", "Noor", "Tomas")) {
            var person = house.as(first).id();
            var email = people.get(person).orElseThrow().email();
            onCall.keep(person, new Phone("31255501" + (30 + first.length())), email, null, dana);
        }
        var alarm =
                pager.find(pager.page(Pager.TEST, new UUID(0, 20), null, dana)).orElseThrow();
        var marcus = house.as("Marcus");
        pager.acknowledge(alarm, marcus);
        pager.close(pager.find(alarm.id()).orElseThrow(), "It arrived. This was a test.", marcus);
    }

    private PatientId called(String name) {
        return patients.search(name).getFirst().id();
    }

    private void at(int dayOfNovember, int hour) {
        clock.moveTo(LocalDateTime.of(2026, 11, dayOfNovember, hour, 0)
                .atZone(MovingIn.ZONE)
                .toInstant());
    }
}
