package org.circlekeeper.story;

import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.portal.ProxyId;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.SigningPractice;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** What a marked member has beside their record: a paper that they signed, and somebody who acts for them. */
@Component
class SignsAndActs {

    private final SigningPractice signing;
    private final Proxies proxies;

    SignsAndActs(SigningPractice signing, Proxies proxies) {
        this.signing = signing;
        this.proxies = proxies;
    }

    SignatureId agrees(PracticeId practice, Patient patient) {
        return signing.agrees(practice, patient);
    }

    /** Somebody acts for them, of whom no other member's page tells. */
    ProxyId actsFor(Patient patient) {
        var grant = new Proxies.Grant(
                "Guardian " + patient.name().last(),
                "for-" + patient.email(),
                Proxy.Relation.REPRESENTATIVE,
                Set.of(MemberPart.MESSAGES),
                "paper",
                null,
                LocalDate.of(2026, 10, 1),
                null);
        if (proxies.grant(patient, grant, MarkedPractice.TEST) instanceof Proxies.Granted.Done(var id)) {
            return id;
        }
        throw new IllegalStateException("Nothing speaks against somebody acting for an adult");
    }
}
