package org.circlekeeper.roster;

import java.util.Optional;
import org.circlekeeper.frame.Filled;
import org.jspecify.annotations.Nullable;

/** How large a group is, as a form asks for it: how many a session needs, how many are wished for, how many seats. */
public record SizeForm(int minimum, @Nullable Integer target, int capacity) {

    /** Reads the fields; empty when one is refused, which then says why. */
    public static Optional<SizeForm> read(Filled form) {
        var capacity = form.read("capacity", "Write how many seats it has, from 2 to 40.", Filled.whole(2, 40));
        var minimum = form.readIfAny("minimum", "Write how many a session needs, from 1 to 40.", Filled.whole(1, 40));
        var target = form.readIfAny("target", "Write a number, or leave it empty.", Filled.whole(1, 40));
        int seats = capacity.orElse(40);
        int least = minimum.orElse(Math.min(2, seats));
        if (least > seats) {
            form.refuse("minimum", "It has " + seats + " seats. Write that many or fewer.");
        }
        target.filter(wished -> wished < least || wished > seats)
                .ifPresent(_ -> form.refuse("target", "Write a number from " + least + " to " + seats + "."));
        return form.isWrong() ? Optional.empty() : Optional.of(new SizeForm(least, target.orElse(null), seats));
    }
}
