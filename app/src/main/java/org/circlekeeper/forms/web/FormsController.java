package org.circlekeeper.forms.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.FormStatus;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every form of the practice, and the words that it puts into them. */
@Controller
@ConditionalOnWebApplication
public class FormsController {

    private static final String BEGINNING = """
            title: %s

            Write or paste the text here. An empty line parts two paragraphs.
            """;

    private final FormLibrary library;
    private final FormShelf shelf;
    private final Drafts drafts;
    private final StarterPacket starter;
    private final Practices practices;

    FormsController(FormLibrary library, FormShelf shelf, Drafts drafts, StarterPacket starter, Practices practices) {
        this.library = library;
        this.shelf = shelf;
        this.drafts = drafts;
        this.starter = starter;
        this.practices = practices;
    }

    /**
     * Everything the page shows.
     *
     * @param starter how many forms of the starter packet the practice does not have
     * @param words the places that wait for words of the practice, each with what stands there now
     */
    public record Page(
            List<Row> rows,
            int starter,
            List<Choice> kinds,
            List<Choice> languages,
            List<String> words,
            Filled form,
            Filled wordForm) {}

    /** One form. */
    public record Row(
            String href,
            String title,
            String id,
            String kind,
            Tone tone,
            String word,
            String version,
            String languages,
            Tone counselTone,
            String counsel) {}

    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/forms")
    ModelAndView show(SignedIn who) {
        return page(Filled.blank("form"));
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms")
    Object add(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("form", typed);
        var title = form.text("title", "Write what the form is called.");
        var id = form.read(
                "name", "Write a short name of small letters, digits and hyphens, as in house-rules.", FormId::new);
        var kind = form.read("kind", "Choose what it is for.", Kind::valueOf);
        var language = form.read("language", "Choose the language you begin with.", Language::valueOf);
        if (!form.isWrong() && !shelf.add(id.orElseThrow(), kind.orElseThrow(), title.orElseThrow(), who.actor())) {
            form.refuse("name", "A form of that name is there. Choose another name.");
        }
        if (form.isWrong()) {
            return page(form);
        }
        drafts.save(id.orElseThrow(), language.orElseThrow(), 0, BEGINNING.formatted(title.orElseThrow()), who.actor());
        return Next.to("/forms/" + id.get() + "/drafts/" + language.get().tag())
                .saying("Added. Write its text, look at it, then publish it.");
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/starter")
    Next starter(SignedIn who) {
        int added = starter.use(who.actor());
        return added == 0
                ? Next.to("/forms").refusing("You have every form of the starter packet already.")
                : Next.to("/forms")
                        .saying(Words.count(added, "form", "forms") + " added, each a draft for your counsel.");
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/words")
    Object words(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("words", typed);
        var before = library.placeholders();
        var changed = library.ownWords().stream()
                .filter(name -> typed.containsKey(name))
                .filter(name -> !form.value(name).equals(before.getOrDefault(name, "")))
                .toList();
        changed.forEach(
                name -> form.readIfAny(name, "Shorten it: 300 characters are the most.", FormsController::word));
        if (form.isWrong()) {
            return page(form);
        }
        changed.forEach(name -> shelf.word(name, form.value(name), who.actor()));
        return Next.to("/forms#words").saying("Saved. Papers made from now on say so.");
    }

    private static String word(String text) {
        if (text.length() > 300 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Too long, or no letters");
        }
        return text;
    }

    private ModelAndView page(Filled form) {
        var forms = library.all();
        var ids = forms.stream().map(Form::id).toList();
        boolean words = form.name().equals("words");
        var known = library.placeholders();
        var wordForm = words ? form : Filled.blank("words");
        var names = library.ownWords();
        if (!words) {
            names.forEach(name -> wordForm.with(name, known.get(name)));
        }
        var page = new Page(
                forms.stream().map(this::row).toList(),
                (int) StarterPacket.PIECES.stream()
                        .filter(piece -> !ids.contains(piece.form()))
                        .count(),
                List.of(kind(Kind.DOCUMENT), kind(Kind.QUESTIONNAIRE)),
                List.of(language(Language.EN), language(Language.ES)),
                names,
                words ? Filled.blank("form") : form,
                wordForm);
        var view = new ModelAndView("org/circlekeeper/forms/web/forms", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static Choice kind(Kind kind) {
        return new Choice(kind.name(), kind.onScreen());
    }

    private static Choice language(Language language) {
        return new Choice(language.name(), language.onScreen());
    }

    private Row row(Form form) {
        var zone = practices.current().zone();
        var last = form.versions().stream().findFirst();
        boolean approved = last.filter(one -> one.approval() != null).isPresent();
        return new Row(
                "/forms/" + form.id(),
                form.title(),
                form.id().value(),
                form.kind().onScreen(),
                tone(form.status()),
                form.status().onScreen(),
                last.map(one -> one.number() + " of "
                                + Words.day(one.at().atZone(zone).toLocalDate()))
                        .orElse("not published yet"),
                last.map(one -> one.languages().stream()
                                .sorted()
                                .map(Language::onScreen)
                                .collect(Collectors.joining(", ")))
                        .orElse("–"),
                approved || form.isInstrument() ? Tone.GOOD : Tone.WAIT,
                form.isInstrument() ? "as its authors wrote it" : approved ? "approved" : "draft for your counsel");
    }

    static Tone tone(FormStatus status) {
        return switch (status) {
            case DRAFT -> Tone.WAIT;
            case IN_USE -> Tone.GOOD;
            case RETIRED -> Tone.NONE;
        };
    }
}
