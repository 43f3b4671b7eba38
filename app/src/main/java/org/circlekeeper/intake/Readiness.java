package org.circlekeeper.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormLibrary.PacketForm;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Placeholders;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.oncall.OnCall;

/** Whether forms can be given out: each is looked at once, however many members get it. */
final class Readiness {

    /** What somebody who pays themselves is likely to pay (45 CFR 149.610): no other paper knows of visits. */
    private static final FormId ESTIMATE = new FormId("good-faith-estimate");

    private final FormLibrary forms;
    private final OnCall onCall;
    private final Map<String, String> words;
    private final Map<String, Optional<String>> seen = new HashMap<>();

    Readiness(FormLibrary forms, OnCall onCall) {
        this.forms = forms;
        this.onCall = onCall;
        this.words = new HashMap<>(forms.placeholders());
        // Known when the paper is opened: of the member and the day.
        Stream.concat(Placeholders.OF_PAPER.stream(), Placeholders.OF_MEMBER.stream())
                .forEach(name -> words.putIfAbsent(name, name));
    }

    /** Everything that stands in the way of giving these in that language, each as a sentence with its remedy. */
    List<String> against(List<PacketForm> packet, Language language) {
        return packet.stream()
                .flatMap(form ->
                        seen.computeIfAbsent(form.form() + " " + language, _ -> against(form, language)).stream())
                .toList();
    }

    private Optional<String> against(PacketForm form, Language language) {
        return switch (forms.open(form.form(), form.version(), language)) {
            case Rendition.Missing missing -> Optional.of(missing.sentence());
            case Rendition.Text text -> {
                var questionnaire = text.version().questionnaire();
                var gaps = Placeholders.missing(questionnaire, words).stream()
                        .filter(name -> !form.form().equals(ESTIMATE) || !Placeholders.OF_ESTIMATE.contains(name))
                        .toList();
                if (!gaps.isEmpty()) {
                    yield Optional.of("\"" + form.title() + "\" leaves a place for " + String.join(", ", gaps)
                            + ". Fill it in under Settings, Papers and forms.");
                }
                yield SinglePapers.mayCallForHelp(questionnaire) && !onCall.isSomebody()
                        ? Optional.of("An answer to \"" + form.title()
                                + "\" may call for help at once, and nobody is on call. Say who is, or take it out.")
                        : Optional.empty();
            }
        };
    }
}
