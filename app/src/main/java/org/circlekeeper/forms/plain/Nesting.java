package org.circlekeeper.forms.plain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.When;
import org.jspecify.annotations.Nullable;

/** Puts what is read below the headings that are open. */
final class Nesting {

    private final List<Item> whole = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(
            String linkId, String text, @Nullable When when, List<Item> items) {
        Item.Group closed() {
            return new Item.Group(linkId, text, when, items);
        }
    }

    void add(Item item) {
        (open.isEmpty() ? whole : open.getLast().items()).add(item);
    }

    /** False when a heading between is missing; it is opened all the same, as deep as it can be. */
    boolean open(int level, String linkId, String text, @Nullable When when) {
        closeFrom(level);
        open.addLast(new Open(linkId, text, when, new ArrayList<>()));
        return open.size() == level;
    }

    void closeFrom(int level) {
        while (open.size() >= level) {
            var last = open.removeLast();
            add(last.closed());
        }
    }

    List<Item> close() {
        closeFrom(1);
        return List.copyOf(whole);
    }
}
