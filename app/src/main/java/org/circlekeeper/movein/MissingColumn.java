package org.circlekeeper.movein;

import java.util.List;

/**
 * A column that a file must have and that none of its headers is known to be. A person says which it is, once.
 *
 * @param kind which of the files it is, as in {@code clients.csv}, whatever the file at hand is called
 * @param column what it holds, as in {@code birth date}
 * @param headers those that the file has
 */
public record MissingColumn(String file, String kind, String column, List<String> headers) {

    public MissingColumn {
        headers = List.copyOf(headers);
    }
}
