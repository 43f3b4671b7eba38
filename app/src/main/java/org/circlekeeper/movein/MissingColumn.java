package org.circlekeeper.movein;

import java.util.List;

/**
 * A column that none of the headers of a file is known to be. A person says which it is, once.
 *
 * @param kind which of the files it is, as in {@code clients.csv}, whatever the file at hand is called
 * @param column what it holds, as in {@code birth date}
 * @param headers those that the file has
 * @param needed whether the file must have it; otherwise a person may say that it has none
 */
public record MissingColumn(String file, String kind, String column, List<String> headers, boolean needed) {

    public MissingColumn {
        headers = List.copyOf(headers);
    }
}
