package org.circlekeeper.forms;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a form, known by its link id. */
public sealed interface Item {

    String linkId();

    /** What is read; its lines are those of the author. */
    String text();

    /** Null when it is always shown. */
    @Nullable
    When when();

    /** What stands under one heading. */
    record Group(String linkId, String text, @Nullable When when, List<Item> items) implements Item {
        public Group {
            items = List.copyOf(items);
        }
    }

    /** Something to read. */
    record Display(String linkId, String text, @Nullable When when) implements Item {}

    /**
     * Something to answer.
     *
     * @param help a sentence below the question, empty when there is none
     */
    record Question(String linkId, String text, @Nullable When when, boolean required, String help, Answering answering)
            implements Item {}

    /** This item and all below it, in the order in which they are read. */
    default Stream<Item> all() {
        return switch (this) {
            case Group group ->
                Stream.concat(Stream.of(this), group.items().stream().flatMap(Item::all));
            case Display _, Question _ -> Stream.of(this);
        };
    }
}
