package org.circlekeeper.portal;

import org.circlekeeper.access.MemberPart;
import org.circlekeeper.messaging.InboxAddress;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a member reads their inbox: at the door of their practice, once they have come in there before. */
@Component
class PortalInbox implements InboxAddress {

    private final AccountStore accounts;
    private final Proxies proxies;
    private final Practices practices;
    private final String outside;

    PortalInbox(
            AccountStore accounts,
            Proxies proxies,
            Practices practices,
            @Value("${CIRCLEKEEPER_ADDRESS:}") String outside) {
        this.accounts = accounts;
        this.proxies = proxies;
        this.practices = practices;
        this.outside = outside.strip().replaceAll("/+$", "");
    }

    @Override
    public String of(PatientId patient) {
        return outside.isEmpty()
                        || accounts.ofMember(patient).filter(Account::hasJoined).isEmpty()
                ? ""
                : outside + Entrance.at(practices.current().id());
    }

    @Override
    public boolean isOpen(PatientId patient) {
        var today = practices.today();
        return accounts.ofMember(patient).filter(Account::hasJoined).isPresent()
                || proxies.of(patient).stream()
                        .anyMatch(proxy -> proxy.joined()
                                && proxy.standsOn(today)
                                && proxy.parts().contains(MemberPart.MESSAGES));
    }
}
