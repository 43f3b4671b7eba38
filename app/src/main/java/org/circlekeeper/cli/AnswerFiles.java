package org.circlekeeper.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.database.OwnFiles;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.terms.Sha256;

/**
 * What members answered on papers as files, each paper by itself and unsealed: what was not handed in stands nowhere
 * else.
 */
final class AnswerFiles {

    private AnswerFiles() {}

    /** A file for each paper, named by its id, as a JSON object from question to answer. */
    static DocumentFiles.Result write(Sheets sheets, Path folder) {
        var written = new ArrayList<Everything.Written>();
        var notWritten = new ArrayList<String>();
        for (var paper : sheets.all()) {
            var plain = sheets.plain(paper);
            if (plain.isPresent()) {
                written.add(write("answers-" + paper + ".json", plain.get(), folder));
            } else {
                notWritten.add("answers of paper " + paper + ": They were altered, or sealed with another key.");
            }
        }
        return new DocumentFiles.Result(written, notWritten);
    }

    private static Everything.Written write(String name, byte[] json, Path folder) {
        try (var file = OwnFiles.stream(folder.resolve(name))) {
            file.write(json);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return new Everything.Written(name, "What was answered on one paper", 1, Sha256.hex(json), List.of());
    }
}
