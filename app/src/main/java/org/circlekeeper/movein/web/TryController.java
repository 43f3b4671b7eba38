package org.circlekeeper.movein.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.movein.Difference;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.ErrorFile;
import org.circlekeeper.movein.ImportResult;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.movein.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** What an import of these files would do, and doing it. */
@Controller
@ConditionalOnWebApplication
public class TryController {

    private static final int MOST_SHOWN = 200;

    private final Imports imports;
    private final Uploads uploads;
    private final ImportsAtWork atWork;

    TryController(Imports imports, Uploads uploads, ImportsAtWork atWork) {
        this.imports = imports;
        this.uploads = uploads;
        this.atWork = atWork;
    }

    /** Everything the page of a dry run shows. */
    public record Page(UUID id, String files, ImportResult result) {

        /** Rows, or something to keep in mind: differences and rows that are gone are asked about after the import. */
        public boolean hasNews() {
            return result.whole()
                    && (result.imported() > 0
                            || !result.differences().isEmpty()
                            || !result.vanished().isEmpty()
                            || result.notices().stream()
                                    .anyMatch(told -> told.file().equals("practice.json")));
        }

        public long acceptable() {
            return result.differences().stream().filter(Difference::acceptable).count();
        }

        public int mostShown() {
            return MOST_SHOWN;
        }

        public String counted(int number, String one, String many) {
            return Words.count(number, one, many) + (number > MOST_SHOWN ? ", the first " + MOST_SHOWN + " here" : "");
        }
    }

    /** What the page of an import under way shows. */
    public record Running(UUID id, String doing, boolean failed) {}

    @Needs(Permission.IMPORT)
    @GetMapping("/import/{id}")
    ModelAndView show(SignedIn who, @PathVariable UUID id) {
        var drop = drop(id);
        var page = new Page(id, drop.from(), imports.dryRun(drop, who.actor()));
        return new ModelAndView("org/circlekeeper/movein/web/try", "page", page);
    }

    @Needs(Permission.IMPORT)
    @GetMapping("/import/{id}/refused.csv")
    ResponseEntity<byte[]> refused(SignedIn who, @PathVariable UUID id) {
        var text = ErrorFile.of(imports.dryRun(drop(id), who.actor()).refused());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"refused.csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @Needs(Permission.IMPORT)
    @PostMapping("/import/{id}")
    Next take(SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean accept) {
        var before = atWork.find(who.practice(), id);
        if (before == null || before.result() == null) {
            atWork.begin(who.practice(), id, drop(id), who.actor(), accept);
        }
        return after(who, id);
    }

    @Needs(Permission.IMPORT)
    @GetMapping("/import/{id}/running")
    ModelAndView running(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String looking) {
        var work = atWork.find(who.practice(), id);
        if (work == null || work.isDone() && work.result() != null) {
            return new ModelAndView(looking == null ? after(who, id) : comeBack(id));
        }
        return new ModelAndView(
                "org/circlekeeper/movein/web/running", "page", new Running(id, work.doing(), work.isDone()));
    }

    /**
     * The page that looked by itself goes there as a whole, so that what was done is said, and its address is right.
     */
    private static View comeBack(UUID id) {
        return (_, _, response) -> response.setHeader("HX-Redirect", "/import/" + id + "/running");
    }

    private Next after(SignedIn who, UUID id) {
        var work = atWork.find(who.practice(), id);
        if (work == null) {
            return Next.to("/import");
        }
        var result = work.result();
        if (result == null) {
            return Next.to("/import/" + id + "/running");
        }
        atWork.forget(who.practice(), id);
        var said = Next.to("/import").saying(said(result));
        return result.undo() == null ? said : said.undo("/import/" + result.undo() + "/undo");
    }

    private static String said(ImportResult result) {
        return Words.count(result.imported(), "row", "rows") + " imported"
                + (result.accepted() > 0
                        ? ", " + Words.count(result.accepted(), "difference", "differences") + " " + "taken over"
                        : "")
                + (result.accepted() < result.differences().size()
                                || !result.vanished().isEmpty()
                        ? "; some differ and wait for you"
                        : "")
                + (result.refused().isEmpty() ? "." : "; " + result.refused().size() + " refused.")
                + (result.imported() > 0 ? " The page Today says what follows from them." : "");
    }

    /** A person points out a column whose header nobody knew; it is remembered for the next time. */
    @Needs(Permission.IMPORT)
    @PostMapping("/import/{id}/columns")
    Next column(
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam String column,
            @RequestParam String header) {
        drop(id);
        return imports.remember(kind, column, header)
                ? Next.to("/import/" + id)
                : Next.to("/import/" + id).refusing("There is no such column.");
    }

    @Needs(Permission.IMPORT)
    @PostMapping("/import/{id}/discard")
    Next discard(SignedIn who, @PathVariable UUID id) {
        uploads.discard(id);
        atWork.forget(who.practice(), id);
        return Next.to("/import").saying("The files are discarded.");
    }

    private Drop drop(UUID id) {
        return uploads.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
