package org.circlekeeper.demo;

import org.circlekeeper.assistant.Approvals;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.PracticeScope;
import org.springframework.stereotype.Component;

/** What happens at six: the assistant goes through everything, and what the practice may send, it sends. */
@Component
class Evening {

    private final Rounds rounds;
    private final Approvals approvals;
    private final PracticeScope scope;

    Evening(Rounds rounds, Approvals approvals, PracticeScope scope) {
        this.rounds = rounds;
        this.approvals = approvals;
        this.scope = scope;
    }

    void comes(House house) {
        if (house.script().files()) {
            rounds.make(house.id());
        } else {
            ownerAgrees(house);
        }
    }

    /** Where nothing goes without being pressed, the owner presses. */
    private void ownerAgrees(House house) {
        var owner = house.script().owner();
        var proposed = rounds.make(house.id()).stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.PROPOSED)
                .toList();
        scope.run(
                house.id(),
                () -> proposed.forEach(entry -> approvals.approve(
                        entry.duty(), entry.key(), house.signedIn(owner.name().first()))));
        rounds.make(house.id());
    }
}
