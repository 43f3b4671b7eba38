package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of group, or a single group, charges of its own from a day on.
 *
 * @param type the kind; null when it is about a single group
 * @param group the group; null when it is about every group of the kind
 * @param charge null when from that day on nothing of its own is charged
 */
public record OwnFee(
        @Nullable UUID type,
        @Nullable GroupId group,
        LocalDate from,
        @Nullable Money charge) {

    public OwnFee {
        if ((type == null) == (group == null)) {
            throw new IllegalArgumentException("A fee of its own is about a kind or about a group");
        }
    }
}
