package org.circlekeeper.forms;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.plain.PlainReader;
import org.springframework.stereotype.Component;

/**
 * The drafts of the practice in scope. Who saves says which saving they began from: when another has come since,
 * nothing is written, and both texts are shown.
 */
@Component
public class Drafts {

    private final DraftStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Drafts(DraftStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of saving. */
    public sealed interface Saving {

        record Saved(Draft draft) implements Saving {}

        /** It was this text already; nothing was written. */
        record Same(Draft draft) implements Saving {}

        /** Somebody else saved meanwhile. */
        record Overtaken(Draft theirs) implements Saving {}
    }

    /** The last saving in each language. */
    public List<Draft> of(FormId form) {
        return store.of(form);
    }

    public Optional<Draft> find(FormId form, Language language) {
        return store.of(form).stream()
                .filter(draft -> draft.language() == language)
                .findFirst();
    }

    /** An earlier saving, to compare with. */
    public Optional<Draft> revision(FormId form, Language language, int revision) {
        return store.revision(form, language, revision);
    }

    /**
     * Keeps a text, sound or not: nothing typed is lost.
     *
     * @param base the saving it began from; 0 when there was none
     */
    public Saving save(FormId form, Language language, int base, String text, Actor actor) {
        var clean = Texts.clean(text);
        var last = find(form, language);
        if (last.isPresent() && last.get().text().equals(clean)) {
            return new Saving.Same(last.get());
        }
        var draft = new Draft(form, language, base + 1, clean, actor.label(), clock.instant());
        if (!store.add(draft)) {
            return new Saving.Overtaken(find(form, language).orElseThrow());
        }
        audit.did(actor, "saved a draft of a form", "form " + form, language.onScreen() + ", saving " + (base + 1));
        return new Saving.Saved(draft);
    }

    /**
     * Takes the text before the last saving again, as a saving of its own. Empty when there is none, or it was too
     * late.
     */
    public Optional<Draft> undo(FormId form, Language language, int revision, Actor actor) {
        var before = store.revision(form, language, revision - 1);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var draft = new Draft(form, language, revision + 1, before.get().text(), actor.label(), clock.instant());
        if (!store.add(draft)) {
            return Optional.empty();
        }
        audit.did(actor, "took back a saving of a form", "form " + form, language.onScreen() + ", saving " + revision);
        return Optional.of(draft);
    }

    /** What a draft says, or everything that stands in the way. */
    public static Taken read(Draft draft, Kind kind) {
        return PlainReader.read(draft.text(), draft.form(), kind, draft.language());
    }
}
