package org.circlekeeper.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.database.OwnFiles;
import org.circlekeeper.documents.Document;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Opened;

/** Documents as files, each by itself and unsealed; what was taken off the record too. */
final class DocumentFiles {

    private DocumentFiles() {}

    /** Which were written, and a sentence for each that was not. */
    record Result(List<Everything.Written> written, List<String> notWritten) {}

    static Result write(Documents documents, Path folder) {
        var written = new ArrayList<Everything.Written>();
        var notWritten = new ArrayList<String>();
        for (var id : documents.all()) {
            switch (documents.openEvenRemoved(id)) {
                case Opened.Whole whole -> written.add(write(whole, folder));
                case Opened.Altered altered ->
                    notWritten.add(altered.document().fileName() + ": " + altered.sentence());
                case Opened.Removed removed ->
                    notWritten.add(removed.document().fileName() + ": " + removed.sentence());
                case Opened.Unknown _ -> notWritten.add("document " + id + ": It is gone.");
            }
        }
        return new Result(written, notWritten);
    }

    private static Everything.Written write(Opened.Whole whole, Path folder) {
        Document document = whole.document();
        try (var file = OwnFiles.stream(folder.resolve(document.fileName()))) {
            file.write(whole.bytes());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return new Everything.Written(document.fileName(), "One document", 1, document.sha256(), List.of());
    }
}
