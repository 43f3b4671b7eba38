package org.circlekeeper.movein.web;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.movein.PastImport;
import org.circlekeeper.movein.SampleFolder;
import org.circlekeeper.movein.Settlement;
import org.circlekeeper.movein.SourceFile;
import org.circlekeeper.movein.Undone;
import org.circlekeeper.movein.Unsettled;
import org.circlekeeper.movein.Uploads;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Where files are handed over, and the list of imports. */
@Controller
@ConditionalOnWebApplication
public class ImportController {

    private static final int LATEST = 50;
    private static final int MOST_FILES = 10;
    private static final int MOST_SHOWN = 100;

    private final Imports imports;
    private final Uploads uploads;
    private final Settlement settlement;
    private final Practices practices;
    private final ObjectProvider<SampleFolder> sample;

    ImportController(
            Imports imports,
            Uploads uploads,
            Settlement settlement,
            Practices practices,
            ObjectProvider<SampleFolder> sample) {
        this.imports = imports;
        this.uploads = uploads;
        this.settlement = settlement;
        this.practices = practices;
        this.sample = sample;
    }

    /** Everything the page shows. */
    public record Page(
            List<PastImport> history,
            List<Unsettled> unsettled,
            boolean hasSample,
            @Nullable String trouble,
            ZoneId zone) {

        public String when(Instant moment) {
            return Words.moment(moment, zone);
        }

        /** The first of what waits; the rest is in the next dry run. */
        public List<Unsettled> shown() {
            return unsettled.subList(0, Math.min(MOST_SHOWN, unsettled.size()));
        }

        public String waiting() {
            return Words.count(unsettled.size(), "row waits", "rows wait")
                    + (unsettled.size() > MOST_SHOWN ? ", the first " + MOST_SHOWN + " here" : "");
        }

        public String what(PastImport past) {
            return Words.count(past.imported(), "row", "rows")
                    + (past.accepted() > 0
                            ? ", " + Words.count(past.accepted(), "difference", "differences") + " " + "accepted"
                            : "")
                    + (past.refused() > 0 ? ", " + past.refused() + " refused" : "");
        }
    }

    @Bean
    static NavEntry importEntry() {
        return new NavEntry(700, "Import", "/import", "i", Permission.IMPORT);
    }

    @Needs(Permission.IMPORT)
    @GetMapping("/import")
    ModelAndView show() {
        return page(null);
    }

    private ModelAndView page(@Nullable String trouble) {
        var page = new Page(
                imports.history(LATEST),
                settlement.waiting(),
                sample.getIfAvailable() != null,
                trouble,
                practices.current().zone());
        return new ModelAndView("org/circlekeeper/movein/web/import", "page", page);
    }

    @Needs(Permission.IMPORT)
    @PostMapping("/import")
    ModelAndView upload(
            SignedIn who, @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        var given = files == null ? List.<MultipartFile>of() : files;
        var chosen = given.stream()
                .filter(ImportController::isChosen)
                .map(ImportController::file)
                .toList();
        if (chosen.stream().allMatch(file -> file.size() == 0)) {
            return page("Choose at least one file that is not empty.");
        }
        if (chosen.size() > MOST_FILES) {
            return page("Choose at most " + MOST_FILES + " files.");
        }
        if (chosen.stream().map(SourceFile::name).distinct().count() < chosen.size()) {
            return page("Two files have the same name. Choose each once.");
        }
        return new ModelAndView((View) Next.to("/import/" + uploads.keep(chosen, who.actor())));
    }

    /** A browser sends a part without a name when nothing was chosen. */
    private static boolean isChosen(MultipartFile file) {
        return file.getOriginalFilename() != null && !file.getOriginalFilename().isBlank();
    }

    private static SourceFile file(MultipartFile file) {
        var whole = file.getOriginalFilename() == null ? "file.csv" : file.getOriginalFilename();
        var name = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        return new SourceFile(name, file.getSize(), file::getInputStream);
    }

    @Needs(Permission.IMPORT)
    @PostMapping("/import/sample")
    Next sample(SignedIn who) throws IOException {
        var folder = sample.getIfAvailable();
        return folder == null
                ? Next.to("/import").refusing("There is no sample here.")
                : Next.to("/import/" + uploads.keep(folder.drop().files(), who.actor()));
    }

    /** A person says that what is here is right. */
    @Needs(Permission.IMPORT)
    @PostMapping("/import/unsettled")
    Next leave(SignedIn who) {
        return Next.to("/import")
                .saying(Words.count(settlement.leave(who.actor()), "row stays as it is", "rows stay as they are")
                        + " here.");
    }

    @Needs(Permission.IMPORT)
    @PostMapping("/import/{id}/undo")
    Next undo(SignedIn who, @PathVariable UUID id) {
        return switch (imports.undo(id, who.actor())) {
            case Undone.TakenBack back ->
                Next.to("/import").saying(Words.count(back.rows(), "row", "rows") + " taken back.");
            case Undone.NotPossible not -> Next.to("/import").refusing("Nothing was taken back. " + not.why());
        };
    }
}
