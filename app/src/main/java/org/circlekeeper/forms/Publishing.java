package org.circlekeeper.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.fhir.QuestionnaireWriter;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/** Publishes versions of forms: in every language that was chosen at once, byte for byte, for good. */
@Component
public class Publishing {

    private final FormStore store;
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    Publishing(FormStore store, Drafts drafts, AuditTrail audit, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Published(int number) implements Outcome {}

        /** Everything that stands in the way; nothing was published. */
        record Refused(List<String> sentences) implements Outcome {
            public Refused {
                sentences = List.copyOf(sentences);
            }
        }
    }

    /**
     * Publishes the drafts that somebody has seen.
     *
     * @param seen in each language that is to be published, the saving that was looked at
     * @param says what changed; may be empty for version 1 alone
     */
    public Outcome publish(Form form, Map<Language, Integer> seen, String says, Actor actor) {
        var status = store.lock(form.id()).orElseThrow();
        int number = store.lastNumber(form.id()) + 1;
        var texts = new EnumMap<Language, Questionnaire>(Language.class);
        var refused = new ArrayList<String>();
        drafts.of(form.id()).stream()
                .filter(draft -> seen.containsKey(draft.language()))
                .forEach(draft -> read(draft, form.kind(), seen, texts, refused));
        if (status == FormStatus.RETIRED) {
            refused.add("It is retired. Bring it back first.");
        }
        if (seen.isEmpty()) {
            refused.add("No language was chosen. Choose at least one.");
        }
        if (number > 1 && says.isBlank()) {
            refused.add("Say what changed since version " + (number - 1) + ": whoever signed it may ask.");
        }
        if (refused.isEmpty()) {
            refused.addAll(Alike.differences(texts));
            refused.addAll(unchanged(form.id(), number - 1, texts));
        }
        if (!refused.isEmpty()) {
            return new Outcome.Refused(refused);
        }
        keep(form.id(), status, number, texts, says.isBlank() ? "First version." : says.strip(), actor);
        return new Outcome.Published(number);
    }

    private static void read(
            Draft draft,
            Kind kind,
            Map<Language, Integer> seen,
            Map<Language, Questionnaire> texts,
            List<String> refused) {
        var in = "The " + draft.language().onScreen() + " text ";
        if (draft.revision() != seen.getOrDefault(draft.language(), 0)) {
            refused.add(in + "was changed by " + draft.by() + " after you looked. Look again, then publish.");
        }
        switch (Drafts.read(draft, kind)) {
            case Taken.Whole whole -> texts.put(draft.language(), whole.questionnaire());
            case Taken.Refused faults -> refused.add(in + "has faults. Open it: each is said there, with its line.");
        }
    }

    private List<String> unchanged(FormId form, int last, Map<Language, Questionnaire> texts) {
        if (last == 0) {
            return List.of();
        }
        var before = new TreeSet<Language>();
        boolean same = true;
        for (var language : Language.values()) {
            var published = store.published(form, last, language);
            if (published.isPresent()) {
                before.add(language);
                var text = texts.get(language);
                same = same
                        && text != null
                        && QuestionnaireWriter.write(text, last)
                                .equals(published.get().json());
            }
        }
        return same && before.equals(Set.copyOf(texts.keySet()))
                ? List.of("Nothing changed since version " + last + ". Change the text, then publish.")
                : List.of();
    }

    private void keep(
            FormId form, FormStatus status, int number, Map<Language, Questionnaire> texts, String says, Actor actor) {
        var now = clock.instant();
        var first = texts.values().iterator().next();
        store.publish(form, number, first, says, actor.label(), now);
        texts.forEach((language, text) -> {
            var json = QuestionnaireWriter.write(text, number);
            store.keep(form, number, language, json, Sha256.hex(json));
        });
        if (status == FormStatus.DRAFT) {
            store.move(form, status, FormStatus.IN_USE, "version 1 was published", actor.label(), NewId.at(now), now);
        }
        audit.did(actor, "published a version of a form", "form " + form, "version " + number);
    }
}
