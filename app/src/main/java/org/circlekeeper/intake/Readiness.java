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
                .map(form -> new Asked(form.form(), form.version(), language, form.title(), form.need()))
                .flatMap(asked -> against(asked).stream())
                .toList();
    }

    /** The same of one, which may be an older version than the one in use. */
    Optional<String> against(Asked asked) {
        return seen.computeIfAbsent(asked.form() + " " + asked.version() + " " + asked.language(), _ -> looked(asked));
    }

    /** Whether an answer to it may call for help at once, and nobody is on call: such a one goes to nobody. */
    boolean mayCallInVain(Asked asked) {
        return forms.open(asked.form(), asked.version(), asked.language()) instanceof Rendition.Text text
                && mayCallInVain(text);
    }

    private boolean mayCallInVain(Rendition.Text text) {
        return SinglePapers.mayCallForHelp(text.version().questionnaire()) && !onCall.isSomebody();
    }

    private Optional<String> looked(Asked asked) {
        return switch (forms.open(asked.form(), asked.version(), asked.language())) {
            case Rendition.Missing missing -> Optional.of(missing.sentence());
            case Rendition.Text text -> {
                var questionnaire = text.version().questionnaire();
                var gaps = Placeholders.missing(questionnaire, words).stream()
                        .filter(name -> !asked.form().equals(ESTIMATE) || !Placeholders.OF_ESTIMATE.contains(name))
                        .toList();
                if (!gaps.isEmpty()) {
                    yield Optional.of("\"" + asked.title() + "\" leaves a place for " + String.join(", ", gaps)
                            + ". Fill it in under Settings, Papers and forms.");
                }
                yield mayCallInVain(text)
                        ? Optional.of("An answer to \"" + asked.title()
                                + "\" may call for help at once, and nobody is on call. Say who is, or take it out.")
                        : Optional.empty();
            }
        };
    }
}
