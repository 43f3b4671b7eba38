package org.circlekeeper.waitlist;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/**
 * Lets offers go whose time is over: the seat is free again and whoever was offered it waits on. Until when it is kept
 * was said when it was offered, so this is a promise already made and happens whatever else the assistant may do.
 */
@Component
class EndOffers implements Duty<EntryId> {

    static final String ID = "end-offers";

    private final Offers offers;

    EndOffers(Offers offers) {
        this.offers = offers;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "A seat is kept for somebody until the moment they were told, and no longer.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_WAITLIST);
    }

    @Override
    public int place() {
        return 14;
    }

    @Override
    public boolean keepsPromise() {
        return true;
    }

    @Override
    public List<Step<EntryId>> plan(Work work) {
        return offers.ended(work.now()).stream().map(offer -> end(offer, work)).toList();
    }

    @Override
    public void perform(Work work, EntryId entry) {
        if (!offers.expire(entry)) {
            throw new StepRefused("The offer was answered at the last moment.");
        }
    }

    private static Step<EntryId> end(Offer offer, Work work) {
        return new Step.Act<>(
                "expire:" + offer.id(),
                offer.entry(),
                Because.of(
                        "An offer was not answered until " + Words.moment(offer.expiresAt(), work.zone())
                                + ". The seat is free again, and they wait on.",
                        new Evidence("The entry on the waitlist.", "/waitlist/" + offer.entry(), work.now())));
    }
}
