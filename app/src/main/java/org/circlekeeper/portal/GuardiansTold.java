package org.circlekeeper.portal;

import java.util.stream.Stream;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.intake.AlsoTold;
import org.circlekeeper.messaging.NeutralMail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells whoever acts for a member in papers that some wait: they sign, and are written to at their own address. */
@Component
class GuardiansTold implements AlsoTold {

    private final Proxies proxies;
    private final AccountStore accounts;
    private final NeutralMail mail;
    private final Practices practices;
    private final String outside;

    GuardiansTold(
            Proxies proxies,
            AccountStore accounts,
            NeutralMail mail,
            Practices practices,
            @Value("${CIRCLEKEEPER_ADDRESS:}") String outside) {
        this.proxies = proxies;
        this.accounts = accounts;
        this.mail = mail;
        this.practices = practices;
        this.outside = outside.strip().replaceAll("/+$", "");
    }

    @Override
    public void waits(PatientId member, Actor by) {
        signing(member)
                .map(Proxy::account)
                .filter(account -> !isOf(by, account))
                .flatMap(account -> accounts.find(account).stream())
                .forEach(account -> mail.waits(
                        account.email(),
                        outside.isEmpty()
                                ? ""
                                : outside + Entrance.at(practices.current().id())));
    }

    @Override
    public boolean reaches(PatientId member) {
        return signing(member).findAny().isPresent();
    }

    private Stream<Proxy> signing(PatientId member) {
        var today = practices.today();
        return proxies.of(member).stream()
                .filter(proxy -> proxy.joined() && proxy.standsOn(today))
                .filter(proxy -> proxy.parts().contains(MemberPart.FORMS));
    }

    private static boolean isOf(Actor by, AccountId account) {
        return by instanceof Actor.Member member && member.account().equals(account.value());
    }
}
