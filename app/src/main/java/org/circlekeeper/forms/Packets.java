package org.circlekeeper.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Packet.Line;
import org.springframework.stereotype.Component;

/** Which papers go to the members of which groups, in the practice in scope. A version that was published stays. */
@Component
public class Packets {

    /** Forms in one packet, at the most. */
    public static final int MOST = 60;

    private final PacketStore store;
    private final FormStore forms;
    private final AuditTrail audit;
    private final Clock clock;

    Packets(PacketStore store, FormStore forms, AuditTrail audit, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of publishing. */
    public sealed interface Outcome {

        record Published(int number) implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    public Optional<Packet> last(UUID groupType) {
        return store.last(groupType);
    }

    /** The last version for each kind that ever had one, and for all. */
    public List<Packet> lasts() {
        return store.lasts();
    }

    /** Every version for a kind, the newest first. */
    public List<Packet> history(UUID groupType) {
        return store.history(groupType);
    }

    /**
     * Publishes the next version.
     *
     * @param base the number of the version that was looked at; 0 when there was none
     */
    public Outcome publish(UUID groupType, int base, List<Line> lines, String says, Actor actor) {
        if (lines.isEmpty() || lines.size() > MOST) {
            return new Outcome.Refused("Choose between 1 and " + MOST + " forms.");
        }
        var seen = new HashSet<FormId>();
        for (var line : lines) {
            if (!seen.add(line.form())) {
                return new Outcome.Refused("A form stands in it twice. Leave it once.");
            }
            if (forms.lock(line.form())
                    .filter(status -> status == FormStatus.IN_USE)
                    .isEmpty()) {
                return new Outcome.Refused(
                        "The form \"" + line.form()
                                + "\" is not in use: it was never published, or it is retired. Take it out, or publish it first.");
            }
        }
        return add(groupType, base, true, lines, says, actor);
    }

    /** Groups of this kind get the packet for all again. */
    public Outcome giveUp(UUID groupType, int base, Actor actor) {
        return groupType.equals(Packet.EVERYBODY)
                ? new Outcome.Refused("The packet for all has no other to take. Take forms out of it instead.")
                : add(groupType, base, false, List.of(), "takes the packet for all again", actor);
    }

    private Outcome add(UUID groupType, int base, boolean own, List<Line> lines, String says, Actor actor) {
        int last = store.last(groupType).map(Packet::number).orElse(0);
        var packet = new Packet(
                groupType,
                base + 1,
                own,
                says.isBlank() ? "" : says.strip(),
                actor.label(),
                clock.instant(),
                new ArrayList<>(lines));
        if (last != base || !store.add(packet)) {
            return new Outcome.Refused("Somebody published version " + Math.max(last, base + 1)
                    + " meanwhile. Look at it, and choose again.");
        }
        audit.did(actor, "published a packet of forms", "kind " + groupType, "version " + packet.number());
        return new Outcome.Published(packet.number());
    }
}
