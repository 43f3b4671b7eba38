package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page on a telephone: what is read first, and the one question that is asked.
 *
 * @param heading the heading it stands under, empty when there is none
 * @param reads what is read before the question
 * @param question null on a last page that has text alone
 */
public record FormPage(String heading, List<Item.Display> reads, Item.@Nullable Question question) {

    public FormPage {
        reads = List.copyOf(reads);
    }

    static List<FormPage> of(Questionnaire questionnaire, Set<String> enabled) {
        var pages = new ArrayList<FormPage>();
        var waiting = new ArrayList<Item.Display>();
        lay(questionnaire.items(), "", enabled, waiting, pages);
        if (!waiting.isEmpty()) {
            pages.add(new FormPage("", waiting, null));
        }
        return List.copyOf(pages);
    }

    private static void lay(
            List<Item> items, String heading, Set<String> enabled, List<Item.Display> waiting, List<FormPage> pages) {
        for (var item : items) {
            if (enabled.contains(item.linkId())) {
                switch (item) {
                    case Item.Group group -> lay(group.items(), group.text(), enabled, waiting, pages);
                    case Item.Display display -> waiting.add(display);
                    case Item.Question question -> {
                        pages.add(new FormPage(heading, waiting, question));
                        waiting.clear();
                    }
                }
            }
        }
    }
}
