package org.circlekeeper.movein;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/**
 * Files handed over on the page, kept until they are imported, so that what was tried is what is imported. What nobody
 * imports goes after a day.
 */
@Component
public class Uploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final UploadStore store;
    private final Clock clock;

    Uploads(UploadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public UUID keep(List<SourceFile> files, Actor actor) throws IOException {
        UUID id = NewId.at(clock.instant());
        store.add(id, clock.instant(), actor.label());
        for (var file : files) {
            try (var content = file.open()) {
                store.add(id, file.name(), content);
            }
        }
        return id;
    }

    /** Empty when it is gone. */
    public Optional<Drop> find(UUID id) {
        var files = store.files(id);
        return files.isEmpty() ? Optional.empty() : Optional.of(new Drop(named(files), files));
    }

    private static String named(List<SourceFile> files) {
        return String.join(", ", files.stream().map(SourceFile::name).toList());
    }

    public void discard(UUID id) {
        store.remove(id);
    }

    /** Lets go of what was handed over more than a day ago. Asked again and again, so that nobody has to come back. */
    public void discardOld() {
        store.removeBefore(clock.instant().minus(KEPT));
    }
}
