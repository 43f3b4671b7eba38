package org.circlekeeper.eligibility.web;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.eligibility.Courier;
import org.circlekeeper.eligibility.Parked;
import org.circlekeeper.eligibility.ReceivedFile;
import org.circlekeeper.eligibility.Receiving;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files of answers that came, and what of them waits for somebody to look. */
@Controller("verificationFilesController")
@ConditionalOnWebApplication
public class FilesController {

    private static final int LONGEST = 200;
    private static final String FILES = "/insurance/files";

    private final Receiving receiving;
    private final Courier courier;
    private final Practices practices;

    FilesController(Receiving receiving, Courier courier, Practices practices) {
        this.receiving = receiving;
        this.courier = courier;
        this.practices = practices;
    }

    /** Everything the page shows. */
    public record Page(
            List<ReceivedFile> files, List<Parked> parked, List<String> tooLarge, long megabytes, ZoneId zone) {

        public String when(Instant moment) {
            return Words.moment(moment, zone);
        }

        public Tone tone(ReceivedFile file) {
            if (!file.refused().isEmpty()) {
                return Tone.BAD;
            }
            return file.parked() > 0 || !file.read() ? Tone.WAIT : Tone.GOOD;
        }

        public String word(ReceivedFile file) {
            if (!file.refused().isEmpty()) {
                return "Refused";
            }
            if (!file.read()) {
                return "Not read yet";
            }
            return file.parked() > 0 ? Words.count(file.parked(), "waits", "wait") : "Taken in";
        }

        public String says(ReceivedFile file) {
            if (!file.refused().isEmpty()) {
                return file.refused() + " Nothing of it was posted.";
            }
            if (!file.read()) {
                return "It is kept, and something broke while it was read. What lies in the folder is tried again in"
                        + " minutes; hand over anew what you handed over. If it stays, tell whoever runs Circlekeeper.";
            }
            return file.people() == 0
                    ? "No answers: what a receipt refuses is told at its questions."
                    : Words.count(file.people(), "answer", "answers") + ", " + file.posted() + " of them new.";
        }
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping(FILES)
    ModelAndView show(SignedIn who) {
        var page = new Page(
                receiving.files(),
                receiving.parked(),
                courier.tooLarge(),
                megabytes(),
                practices.current().zone());
        return new ModelAndView("org/circlekeeper/eligibility/web/files", "page", page);
    }

    private long megabytes() {
        return courier.largest() >> 20;
    }

    /** Looks into the inbox at once. */
    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/insurance/answers")
    Next look(SignedIn who, @RequestParam(defaultValue = "") String run) {
        int taken = courier.takeIn(who.practice());
        var next = Next.to(run.matches("[0-9a-f-]{36}") ? "/insurance/runs/" + run : FILES);
        return taken == 0
                ? next.refusing("Nothing new lies in the folder inbox/271 of the home.")
                : next.saying(Words.count(taken, "file", "files") + " taken in.");
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping(FILES)
    Next upload(SignedIn who, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        var next = Next.to(FILES);
        if (file == null || file.isEmpty()) {
            return next.refusing("Choose a file of answers (271) that is not empty.");
        }
        if (file.getSize() > courier.largest()) {
            return next.refusing("This file is larger than " + megabytes()
                    + " MB, which is what Circlekeeper reads at once. Ask the clearinghouse for smaller files.");
        }
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("answers.271");
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = last.substring(0, Math.min(LONGEST, last.length()));
        return switch (receiving.takeIn(kept, file.getBytes(), who.actor())) {
            case Receiving.Taken.In in ->
                next.saying(Words.count(in.people(), "answer", "answers") + " read, " + in.posted() + " new, "
                        + in.parked() + " to look at.");
            case Receiving.Taken.Receipt receipt ->
                next.saying("A receipt: "
                        + Words.count(receipt.refused(), "question was refused.", "questions were refused."));
            case Receiving.Taken.Before _ -> next.saying("This file was taken in before: nothing changed.");
            case Receiving.Taken.Refused refused -> next.refusing(refused.why());
        };
    }

    /** Takes what waits all the same, or lays it aside, with a reason. */
    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/insurance/files/parked")
    Next settle(
            SignedIn who,
            @RequestParam String file,
            @RequestParam int place,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String why) {
        var next = Next.to(FILES);
        if (why.isBlank() || why.length() > LONGEST) {
            return next.refusing("Say why, in at most " + LONGEST + " characters.");
        }
        if (what.equals("take")) {
            return receiving
                    .takeAllTheSame(file, place, why.strip(), who.actor())
                    .map(next::refusing)
                    .orElse(next.saying("Taken."));
        }
        return receiving.layAside(file, place, why.strip(), who.actor())
                ? next.saying("Laid aside. The file stays as it came.")
                : next.refusing("Somebody settled it already.");
    }
}
