package org.circlekeeper.eligibility;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.circlekeeper.access.People;
import org.circlekeeper.assistant.AfterRound;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PracticeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes on with what was begun, after each round: answers that came are taken in, what waited for a payer's pace or for
 * another try is asked, and what nobody answered is settled. It begins nothing by itself.
 */
@Component
public class Courier implements AfterRound {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Actor ITSELF = new Actor.Duty(VerifyEligibility.ID);

    private final Inbox inbox;
    private final Receiving receiving;
    private final Receipts receipts;
    private final Dispatch dispatch;
    private final Runs runs;
    private final Practices practices;
    private final People people;
    private final PracticeScope scope;

    Courier(
            Inbox inbox,
            Receiving receiving,
            Receipts receipts,
            Dispatch dispatch,
            Runs runs,
            Practices practices,
            People people,
            PracticeScope scope) {
        this.inbox = inbox;
        this.receiving = receiving;
        this.receipts = receipts;
        this.dispatch = dispatch;
        this.runs = runs;
        this.practices = practices;
        this.people = people;
        this.scope = scope;
    }

    @Override
    public void afterRound(PracticeId practice) {
        takeIn(practice);
        scope.run(practice, () -> {
            runs.settleOld(ITSELF);
            if (dispatch.isAnythingWaiting()) {
                dispatch.writeFiles(ITSELF, false);
            }
        });
    }

    /** Takes in the files of this practice that lie in the inbox; returns how many. One that breaks keeps no other. */
    public int takeIn(PracticeId practice) {
        int taken = 0;
        for (var file : inbox.waiting(practice)) {
            try {
                taken += takeIn(practice, file) ? 1 : 0;
            } catch (IOException | RuntimeException broken) {
                LOG.error("A file of the inbox is left for the next time", broken);
            }
        }
        return taken;
    }

    /** The names of files in the folder for answers that are too large to be read. */
    public List<String> tooLarge() {
        return inbox.tooLarge();
    }

    /** How large a file may be that is read, in bytes. */
    public long largest() {
        return Inbox.largest();
    }

    /** In a transaction of its own, whoever looks: it has committed when the file goes out of the way. */
    private boolean takeIn(PracticeId practice, Path file) throws IOException {
        var found = inbox.read(file);
        var addressed = Inbox.addressed(found.content());
        if (!scope.in(practice, () -> isFor(addressed, found))) {
            inbox.passOver(practice, file);
            return false;
        }
        scope.apart(practice, () -> receiving.takeIn(found.name(), found.content(), ITSELF));
        inbox.done(found);
        return true;
    }

    /**
     * A file is a practice's that has asked what it answers; one that answers nothing known is of the practice to which
     * it is addressed, or of the only one there is. A receipt is of whoever sent what it is for.
     */
    private boolean isFor(Inbox.Addressed addressed, Inbox.Found found) {
        if (addressed.receipt()) {
            return receipts.isOurs(addressed.receiptsFor());
        }
        if (receiving.isKnown(found.sha256()) || receiving.ours(addressed.numbers()) > 0) {
            return true;
        }
        boolean mine = addressed.receiver().equals(practices.current().taxId().digits());
        return (mine && addressed.numbers().isEmpty()) || people.practices().size() == 1;
    }
}
