package org.circlekeeper.x12;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * HL segments count from 1, name a parent that is still open, and tell truly whether others stand beneath them. An
 * answer that rejects a whole batch may promise others beneath and name none: only in what we send that is wrong.
 */
final class HierarchyCheck implements ContentCheck {

    /** Deeper than any guide goes. */
    private static final int DEEPEST = 20;

    private final boolean keepsPromises;
    private final Consumer<Flaw> found;
    private final Deque<Open> open = new ArrayDeque<>();
    private long counted;

    HierarchyCheck(boolean keepsPromises, Consumer<Flaw> found) {
        this.keepsPromises = keepsPromises;
        this.found = found;
    }

    /** A level that others may still stand beneath. */
    private static final class Open {

        private final Segment hl;
        private final long number;
        private boolean hasChild;

        Open(Segment hl, long number) {
            this.hl = hl;
            this.number = number;
        }
    }

    @Override
    public void see(Segment segment, long number) {
        if (!segment.is("HL")) {
            return;
        }
        counted++;
        if (!segment.element(1).equals(Long.toString(counted))) {
            found.accept(ElementRules.flaw(segment, number, 1, "bad-level", "is not the next number: " + counted));
        }
        var parent = segment.element(2);
        boolean parentIsOpen =
                open.stream().anyMatch(level -> level.hl.element(1).equals(parent));
        while (!open.isEmpty()
                && (parent.isEmpty() || (parentIsOpen && !top().hl.element(1).equals(parent)))) {
            close();
        }
        if (!parent.isEmpty() && !parentIsOpen) {
            found.accept(ElementRules.flaw(segment, number, 2, "bad-level", "names no level above: " + parent));
        } else if (!parent.isEmpty()) {
            child(top());
        }
        if (open.size() < DEEPEST) {
            open.push(new Open(segment, number));
        }
    }

    @Override
    public void end(long number) {
        while (!open.isEmpty()) {
            close();
        }
    }

    private Open top() {
        return open.element();
    }

    private void child(Open parent) {
        if (parent.hl.element(4).equals("0") && !parent.hasChild) {
            found.accept(ElementRules.flaw(
                    parent.hl, parent.number, 4, "bad-level", "says that nothing stands beneath, but something does"));
        }
        parent.hasChild = true;
    }

    private void close() {
        var level = open.pop();
        if (keepsPromises && level.hl.element(4).equals("1") && !level.hasChild) {
            found.accept(ElementRules.flaw(
                    level.hl, level.number, 4, "bad-level", "says that something stands beneath, but nothing does"));
        }
    }
}
