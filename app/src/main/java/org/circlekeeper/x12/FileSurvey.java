package org.circlekeeper.x12;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a whole file before anything of it is told: why it is refused, or what is wrong with the
 * envelopes around its sets, which stand there only behind them.
 */
final class FileSurvey {

    /** So many envelopes are remembered each for itself; what is wrong with those behind is told of every set. */
    private static final int MOST = 10_000;

    private static final WarningList NONE = new WarningList();

    private final String file;
    private final WarningList ofFile = new WarningList();
    private final Map<Integer, WarningList> ofInterchanges = new HashMap<>();
    private final Map<Integer, WarningList> ofGroups = new HashMap<>();
    private boolean anySet;
    private @Nullable Explained refused;

    private FileSurvey(String file) {
        this.file = file;
    }

    static FileSurvey of(String file, X12Reader in) throws IOException {
        var survey = new FileSurvey(file);
        survey.read(in);
        return survey;
    }

    @Nullable
    Explained refused() {
        return refused;
    }

    /** What is wrong with the envelopes around a place, outermost first. */
    List<Warning> warnings(PlaceInFile place) {
        List<Warning> warnings = new ArrayList<>(ofFile.all());
        warnings.addAll(ofInterchanges.getOrDefault(place.interchange(), NONE).all());
        warnings.addAll(ofGroups.getOrDefault(place.group(), NONE).all());
        return warnings;
    }

    private void read(X12Reader in) throws IOException {
        var place = new PlaceInFile();
        var versionOfGroup = "";
        for (var segment = in.next(); segment != null; segment = in.next()) {
            place.see(segment);
            in.takeFlaws().forEach(flaw -> note(flaw, place));
            switch (segment.id()) {
                case "GS" -> versionOfGroup = segment.element(8);
                case "ST" -> setBegins(segment, versionOfGroup);
                case "TA1" -> anySet = true;
                default -> {}
            }
        }
        in.takeFlaws().forEach(flaw -> note(flaw, place));
        unlessWhole(in.ending());
    }

    private void note(Flaw flaw, PlaceInFile place) {
        switch (flaw.id()) {
            case "" -> ofFile.add(flaw.warning());
            case "ISA", "IEA" -> note(flaw, ofInterchanges, place.interchange());
            case "GS", "GE" -> note(flaw, ofGroups, place.group());
            case "SE" -> noteOfSet(flaw, place);
            default -> {}
        }
    }

    /** What is wrong with a set is told with it; an SE that ends none is the group's. */
    private void noteOfSet(Flaw flaw, PlaceInFile place) {
        if (flaw.code().equals(EnvelopeCheck.NO_BEGINNING)) {
            note(flaw, ofGroups, place.group());
        }
    }

    private void note(Flaw flaw, Map<Integer, WarningList> envelopes, int number) {
        if (envelopes.size() < MOST || envelopes.containsKey(number)) {
            envelopes.computeIfAbsent(number, _ -> new WarningList()).add(flaw.warning());
        } else {
            ofFile.add(flaw.warning());
        }
    }

    private void setBegins(Segment st, String versionOfGroup) {
        anySet = true;
        var version = Guide.version(st, versionOfGroup);
        if (refused == null && Guide.of(st, version).isEmpty()) {
            var sentence = "Set " + st.element(2) + " is a transaction " + st.element(1) + " by the guide "
                    + (version.isEmpty() ? "that it does not name" : version)
                    + ", which is not read here. What is read: " + Guide.all() + ", TA1.";
            refused = new Explained(
                    file, st.element(1), version, st.element(2), sentence, List.of(), new LinkedHashMap<>(), List.of());
        }
    }

    private void unlessWhole(X12Ending ending) {
        switch (ending) {
            case X12Ending.Whole _, X12Ending.Miscounted _ -> {
                if (!anySet) {
                    refused = Explained.refused(file, "The file holds envelopes and nothing in them.");
                }
            }
            case X12Ending.Empty _,
                    X12Ending.NotX12 _,
                    X12Ending.NoDelimiters _,
                    X12Ending.IsaAlone _,
                    X12Ending.CutOff _ -> refused = Explained.refused(file, ending.sentence());
        }
    }
}
