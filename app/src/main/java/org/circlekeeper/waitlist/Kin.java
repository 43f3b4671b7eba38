package org.circlekeeper.waitlist;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry and those that come with it, as they are at one moment: a seat is offered to all of them or to none.
 *
 * @param head the one the offer is about; somebody who comes alone is their own
 * @param with those who come with it and are not closed
 */
public record Kin(Entry head, List<Entry> with) {

    public Kin {
        with = List.copyOf(with);
    }

    /** The kin of an entry among these, which hold all that come with it or that it comes with. */
    static Kin of(EntryId id, List<Entry> those) {
        var self = those.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
        var head = those.stream()
                .filter(entry -> entry.id().equals(self.comesWith()))
                .filter(entry -> !entry.status().isClosed() && !self.status().isClosed())
                .findFirst()
                .orElse(self);
        return new Kin(
                head,
                those.stream()
                        .filter(entry -> head.id().equals(entry.comesWith()))
                        .filter(entry -> !entry.status().isClosed())
                        .toList());
    }

    /** The head before the rest. */
    public List<Entry> all() {
        var all = new ArrayList<Entry>();
        all.add(head);
        all.addAll(with);
        return all;
    }

    Entry self(EntryId id) {
        return all().stream().filter(entry -> entry.id().equals(id)).findFirst().orElse(head);
    }
}
