package org.circlekeeper.x12;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a file set by set, in constant memory. It is read twice: first to see whether it is whole, as nothing of a file
 * that is not may be told, then to tell what it says.
 */
public final class X12Explainer {

    private final String file;
    private final FileSurvey survey;
    private final Consumer<Explained> told;
    private final UnaryOperator<SetExplained> manner;
    private String versionOfGroup = "";
    private @Nullable SetUnderReading set;

    private X12Explainer(String file, FileSurvey survey, Consumer<Explained> told, UnaryOperator<SetExplained> manner) {
        this.file = file;
        this.survey = survey;
        this.told = told;
        this.manner = manner;
    }

    /**
     * Tells each set and each TA1 segment of a file, or once why it is refused.
     *
     * @param file what the file is called in what is told
     */
    public static void explain(String file, X12Source source, Consumer<Explained> told) throws IOException {
        explain(file, source, told, UnaryOperator.identity());
    }

    /**
     * The same for whoever posts a file and reads it elsewhere: what is wrong with each set of it, and nothing of what
     * a 271 says of its people, who may be thousands in one set.
     */
    public static void warn(String file, X12Source source, Consumer<Explained> told) throws IOException {
        explain(file, source, told, SetExplained::warningAlone);
    }

    private static void explain(
            String file, X12Source source, Consumer<Explained> told, UnaryOperator<SetExplained> manner)
            throws IOException {
        FileSurvey survey;
        try (var in = source.open()) {
            survey = FileSurvey.of(file, new X12Reader(in));
        }
        var refused = survey.refused();
        if (refused != null) {
            told.accept(refused);
            return;
        }
        try (var in = source.open()) {
            new X12Explainer(file, survey, told, manner).explain(new X12Reader(in));
        }
    }

    private void explain(X12Reader in) throws IOException {
        var place = new PlaceInFile();
        for (var segment = in.next(); segment != null; segment = in.next()) {
            place.see(segment);
            var flaws = in.takeFlaws();
            switch (segment.id()) {
                case "GS" -> versionOfGroup = segment.element(8);
                case "ST" -> setBegins(segment, flaws);
                case "SE" -> setEnds(place, flaws);
                case "TA1" -> told.accept(InterchangeAnswer.of(segment).explained(file, warnings(place, flaws)));
                default -> {
                    if (set != null) {
                        set.see(segment, flaws);
                    }
                }
            }
        }
    }

    private List<Warning> warnings(PlaceInFile place, List<Flaw> flaws) {
        return Stream.concat(survey.warnings(place).stream(), flaws.stream().map(Flaw::warning))
                .distinct()
                .toList();
    }

    private void setBegins(Segment st, List<Flaw> flaws) {
        var version = Guide.version(st, versionOfGroup);
        set = Guide.of(st, version)
                .map(guide -> new SetUnderReading(guide, version, st.element(2), manner.apply(guide.explained())))
                .orElse(null);
        if (set != null) {
            set.note(flaws);
        }
    }

    private void setEnds(PlaceInFile place, List<Flaw> flaws) {
        if (set != null) {
            set.note(flaws);
            told.accept(set.explained(file, survey.warnings(place)));
        }
        set = null;
    }

    /** A set between its ST and its SE. */
    private static final class SetUnderReading {

        private final Guide guide;
        private final String version;
        private final String controlNumber;
        private final SetExplained explained;
        private final WarningList warnings = new WarningList();

        SetUnderReading(Guide guide, String version, String controlNumber, SetExplained explained) {
            this.guide = guide;
            this.version = version;
            this.controlNumber = controlNumber;
            this.explained = explained;
        }

        void see(Segment segment, List<Flaw> flaws) {
            note(flaws);
            explained.see(segment);
        }

        void note(List<Flaw> flaws) {
            flaws.forEach(flaw -> warnings.add(flaw.warning()));
        }

        Explained explained(String file, List<Warning> around) {
            var facts = explained.facts();
            List<Warning> all = new ArrayList<>(around);
            explained.warnings().forEach(warnings::add);
            warnings.all().stream().filter(warning -> !all.contains(warning)).forEach(all::add);
            return new Explained(
                    file, guide.transaction(), version, controlNumber, null, all, facts, explained.sentences());
        }
    }
}
