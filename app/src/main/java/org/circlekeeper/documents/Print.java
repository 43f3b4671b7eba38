package org.circlekeeper.documents;

import java.time.Instant;
import java.util.List;

/**
 * Pages to be printed: each a whole XHTML document, beginning on a new sheet.
 *
 * @param title what a reader shows as the title; it names nobody but whom the paper is about
 * @param language of the text, as BCP 47 writes it: {@code es}
 * @param at when the paper came to be: the only time that stands in the file
 */
public record Print(String title, String language, Instant at, List<String> pages) {

    public Print {
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to print");
        }
    }
}
