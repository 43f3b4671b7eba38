package org.circlekeeper.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient;
import org.springframework.stereotype.Component;

/** Who of the practice in scope is written to at one address: a family shares a mailbox, and each has pages apart. */
@Component
class Mailboxes {

    private final AccountStore accounts;
    private final Proxies proxies;
    private final Reaches reaches;

    Mailboxes(AccountStore accounts, Proxies proxies, Reaches reaches) {
        this.accounts = accounts;
        this.proxies = proxies;
        this.reaches = reaches;
    }

    /** All who can come in with a link that goes there. */
    List<Account> at(String address) {
        var known = new ArrayList<>(accounts.ofMembers(reaches.writtenToAt(address)));
        accounts.withEmail(address)
                .filter(account -> !proxies.standing(account.id()).isEmpty())
                .ifPresent(known::add);
        known.removeIf(account -> !account.hasJoined());
        return known;
    }

    /** Whether somebody else who is written to where they are has this code: the code says whose pages open. */
    boolean hasTaken(String code, Account account) {
        return address(account).stream()
                .flatMap(address -> at(address).stream())
                .anyMatch(other -> !other.id().equals(account.id()) && OwnCode.matches(code, other.codeHash()));
    }

    /** Empty when nothing goes to them by e-mail. */
    private Optional<String> address(Account account) {
        var member = account.patient();
        return member == null
                ? Optional.of(account.email())
                : reaches.recipient(member).map(Recipient::outside).flatMap(outside -> switch (outside) {
                    case Recipient.Outside.Email email -> Optional.of(email.address());
                    case Recipient.Outside.None _ -> Optional.empty();
                });
    }
}
