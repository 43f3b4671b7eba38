package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page on a telephone: what is read first, and the one question that is asked.
 *
 * @param reads what is read before the question, each heading where it stands in the paper; a page that begins within a
 *     part repeats the headings of that part
 * @param question null on a last page that has text alone
 */
public record FormPage(List<Read> reads, Item.@Nullable Question question) {

    public FormPage {
        reads = List.copyOf(reads);
    }

    /** A piece of what is read, as its author wrote it. */
    public sealed interface Read {

        String text();

        /** A heading; level 2 stands right below the title. */
        record Heading(int level, String text) implements Read {}

        record Text(String text) implements Read {}
    }

    static List<FormPage> of(Questionnaire questionnaire, Set<String> enabled) {
        var laying = new Laying(enabled);
        laying.lay(questionnaire.items(), 2);
        if (!laying.reads.isEmpty()) {
            laying.turn(null);
        }
        return List.copyOf(laying.pages);
    }

    /** The pages as far as they are laid: a heading waits until something below it is shown. */
    private static final class Laying {

        private final Set<String> enabled;
        private final List<FormPage> pages = new ArrayList<>();
        private final List<Read> reads = new ArrayList<>();
        private final List<Read.Heading> above = new ArrayList<>();
        private int standing;

        Laying(Set<String> enabled) {
            this.enabled = enabled;
        }

        void lay(List<Item> items, int level) {
            for (var item : items) {
                if (enabled.contains(item.linkId())) {
                    switch (item) {
                        case Item.Group group -> {
                            above.add(new Read.Heading(level, group.text()));
                            lay(group.items(), level + 1);
                            above.removeLast();
                            standing = Math.min(standing, above.size());
                        }
                        case Item.Display display -> {
                            head();
                            reads.add(new Read.Text(display.text()));
                        }
                        case Item.Question question -> {
                            head();
                            turn(question);
                        }
                    }
                }
            }
        }

        private void head() {
            reads.addAll(above.subList(standing, above.size()));
            standing = above.size();
        }

        void turn(Item.@Nullable Question question) {
            pages.add(new FormPage(reads, question));
            reads.clear();
            standing = 0;
        }
    }
}
