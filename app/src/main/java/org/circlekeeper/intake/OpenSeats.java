package org.circlekeeper.intake;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Opens seats that were shut for papers which nobody asks for any more. It decides nothing, so it is always done. */
@Component
class OpenSeats implements Duty<Membership> {

    static final String ID = "open-seats";

    private final ShutSeats seats;

    OpenSeats(ShutSeats seats) {
        this.seats = seats;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "A seat that waits for papers which nobody asks for any more is expected again.";
    }

    @Override
    public int place() {
        return 14;
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_PAPERS);
    }

    @Override
    public boolean keepsPromise() {
        return true;
    }

    @Override
    public List<Step<Membership>> plan(Work work) {
        return seats.asksForNothing().stream()
                .<Step<Membership>>map(seat -> new Step.Act<>(
                        "open:" + seat.id(),
                        seat,
                        Because.of(
                                "A seat waited for papers, and its kind of group asks for none any more.",
                                new Evidence(
                                        "The member's papers.",
                                        "/patients/" + seat.patient() + "/papers",
                                        work.now()))))
                .toList();
    }

    @Override
    public void perform(Work work, Membership seat) {
        seats.open(seat.id());
    }
}
