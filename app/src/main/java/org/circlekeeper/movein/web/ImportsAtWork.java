package org.circlekeeper.movein.web;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.ImportResult;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.movein.Uploads;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Imports that are under way on this node, so that a long one does not hold its page back. */
@Component
class ImportsAtWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportsAtWork.class);
    private static final long SHORT_SECONDS = 2;

    private final Imports imports;
    private final Uploads uploads;
    private final PracticeScope scope;
    private final Map<Upload, Work> works = new ConcurrentHashMap<>();

    ImportsAtWork(Imports imports, Uploads uploads, PracticeScope scope) {
        this.imports = imports;
        this.uploads = uploads;
        this.scope = scope;
    }

    /** An upload is its practice's own: an id of another practice finds nothing. */
    private record Upload(PracticeId practice, UUID id) {}

    /** One import under way. */
    static final class Work {
        private final CompletableFuture<ImportResult> result = new CompletableFuture<>();
        private volatile String doing = "Reading the files";

        String doing() {
            return doing;
        }

        boolean isDone() {
            return result.isDone();
        }

        boolean hasFailed() {
            return result.isCompletedExceptionally();
        }

        /** What it did; null when it failed. */
        @Nullable
        ImportResult result() {
            return result.isCompletedExceptionally() ? null : result.getNow(null);
        }
    }

    /**
     * Begins, and waits for an import that is soon done. One upload is imported once at a time; one that failed begins
     * anew.
     */
    void begin(PracticeId practice, UUID upload, Drop drop, Actor actor, boolean accept) {
        var fresh = new Work();
        var work = works.compute(
                new Upload(practice, upload), (_, before) -> before == null || before.hasFailed() ? fresh : before);
        if (work == fresh) {
            Thread.ofVirtual().name("import").start(() -> run(fresh, practice, upload, drop, actor, accept));
        }
        try {
            work.result.get(SHORT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException shownOnThePage) {
            LOG.debug("Import {} goes on or has failed", upload);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has been imported is not kept a second time: the files go with the same transaction. */
    private void run(Work work, PracticeId practice, UUID upload, Drop drop, Actor actor, boolean accept) {
        try {
            work.result.complete(scope.in(practice, () -> {
                var result = imports.take(drop, actor, accept, doing -> work.doing = doing);
                if (result.whole()) {
                    uploads.discard(upload);
                }
                return result;
            }));
        } catch (RuntimeException broken) {
            LOG.error("An import failed; nothing of it was kept", broken);
            work.result.completeExceptionally(broken);
        }
    }

    @Nullable
    Work find(PracticeId practice, UUID upload) {
        return works.get(new Upload(practice, upload));
    }

    void forget(PracticeId practice, UUID upload) {
        works.remove(new Upload(practice, upload));
    }
}
