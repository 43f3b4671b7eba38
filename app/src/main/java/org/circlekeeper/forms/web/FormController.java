package org.circlekeeper.forms.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Publishing;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One form: its versions, its drafts, counsel's word, and what puts it in and out of use. */
@Controller
@ConditionalOnWebApplication
public class FormController {

    private final FormLibrary library;
    private final FormShelf shelf;
    private final Publishing publishing;
    private final Practices practices;
    private final FormPages pages;

    FormController(FormLibrary library, FormShelf shelf, Publishing publishing, Practices practices, FormPages pages) {
        this.library = library;
        this.shelf = shelf;
        this.publishing = publishing;
        this.practices = practices;
        this.pages = pages;
    }

    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/forms/{id}")
    ModelAndView show(SignedIn who, @PathVariable FormId id) {
        return pages.show(Opening.form(library, id), Filled.blank(""), List.of());
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/{id}/versions")
    Object publish(SignedIn who, @PathVariable FormId id, @RequestParam Map<String, String> typed) {
        var known = Opening.form(library, id);
        var form = Filled.in("publish", typed);
        var says = form.readIfAny("says", "Shorten it: 500 characters are the most.", Filled.atMost(500));
        var seen = new EnumMap<Language, Integer>(Language.class);
        for (var language : Language.values()) {
            if (form.value("with-" + language.tag()).equals("yes")) {
                form.read("seen-" + language.tag(), "Load the page again.", Filled.whole(1, Integer.MAX_VALUE))
                        .ifPresent(revision -> seen.put(language, revision));
            }
        }
        if (form.isWrong()) {
            return pages.show(known, form, List.of());
        }
        return switch (publishing.publish(known, seen, says.orElse(""), who.actor())) {
            case Publishing.Outcome.Published published ->
                Next.to("/forms/" + id)
                        .saying("Version " + published.number()
                                + " is published. Whoever gets the form from now on gets this text; what was begun or signed"
                                + " keeps its own.");
            case Publishing.Outcome.Refused refused ->
                pages.show(known, form.refuse("says", "It was not published: see above."), refused.sentences());
        };
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/{id}/approval")
    Object approve(SignedIn who, @PathVariable FormId id, @RequestParam Map<String, String> typed) {
        var known = Opening.form(library, id);
        var form = Filled.in("approval", typed);
        var counsel = form.text("counsel", "Write who approved it: the name of the lawyer or firm.");
        var on = form.day("on", "Choose the day on which it was approved.");
        var number = form.read("number", "Load the page again.", Filled.whole(1, Integer.MAX_VALUE));
        on.filter(day -> day.isAfter(practices.today()))
                .ifPresent(_ -> form.refuse("on", "Nobody has approved it on a day to come. Choose today or earlier."));
        if (form.isWrong()) {
            return pages.show(known, form, List.of());
        }
        int version = number.orElseThrow();
        if (known.version(version).filter(Form.Publication::isDraft).isEmpty()
                || !shelf.approve(id, version, counsel.orElseThrow(), on.orElseThrow(), who.actor())) {
            return Next.to("/forms/" + id)
                    .refusing("That version waits for no word of counsel. Look at the versions below.");
        }
        return Next.to("/forms/" + id)
                .saying("Noted, with the name and the day. Papers go out without the mark from tomorrow on.");
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/{id}/signers")
    Next signers(SignedIn who, @PathVariable FormId id, @RequestParam(defaultValue = "") String two) {
        Opening.form(library, id);
        boolean both = two.equals("yes");
        shelf.twoSign(id, both, who.actor());
        return Next.to("/forms/" + id)
                .saying(
                        both
                                ? "From now on two guardians must sign it for a minor."
                                : "From now on whoever of the guardians is let in signs it.");
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/{id}/retirement")
    Object retire(SignedIn who, @PathVariable FormId id, @RequestParam Map<String, String> typed) {
        var known = Opening.form(library, id);
        var form = Filled.in("retirement", typed);
        var why = form.text("why", "Say why: the history keeps it.");
        if (form.isWrong()) {
            return pages.show(known, form, List.of());
        }
        var to = Next.to("/forms/" + id);
        return shelf.retire(id, why.orElseThrow(), who.actor())
                .map(to::refusing)
                .orElseGet(() -> to.saying("Retired. It goes to nobody any more; what was signed stays.")
                        .undo("/forms/" + id + "/return"));
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/{id}/return")
    Next bringBack(SignedIn who, @PathVariable FormId id) {
        Opening.form(library, id);
        var to = Next.to("/forms/" + id);
        return shelf.bringBack(id, who.actor()).map(to::refusing).orElseGet(() -> to.saying("It is back."));
    }
}
