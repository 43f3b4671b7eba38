package org.circlekeeper.forms.fhir;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.Questionnaire.Band;
import org.circlekeeper.forms.Soundness;
import org.circlekeeper.forms.Taken;
import org.circlekeeper.forms.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads FHIR R4 Questionnaire JSON. What is about the file and not about its questions (publisher, dates, contacts,
 * codes) is let go; what would change how it is filled and is not kept here is refused, each part by its link id. Pure.
 */
public final class QuestionnaireReader {

    /** Bytes at the most. */
    public static final int LARGEST = 500_000;

    private static final int DEEPEST_JSON = 40;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_JSON)
                            .maxStringLength(LARGEST)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final Set<String> READ =
            Set.of("resourceType", "language", "extension", "title", "description", "copyright", "item");

    /** What is about the file alone. */
    private static final Set<String> LET_GO = Set.of(
            "id",
            "meta",
            "text",
            "url",
            "identifier",
            "version",
            "name",
            "status",
            "experimental",
            "subjectType",
            "date",
            "publisher",
            "contact",
            "useContext",
            "jurisdiction",
            "purpose",
            "approvalDate",
            "lastReviewDate",
            "effectivePeriod",
            "code",
            "derivedFrom");

    private final FormId form;
    private final JsonNode root;
    private final List<Fault> faults = new ArrayList<>();

    private QuestionnaireReader(FormId form, JsonNode root) {
        this.form = form;
        this.root = root;
    }

    /** Reads a file as the form of that name; a file that says another kind is refused. */
    public static Taken read(byte[] bytes, FormId form, Kind kind) {
        if (bytes.length > LARGEST) {
            return refused("It is larger than 500 KB. Split the questionnaire, or take pictures out of the file.");
        }
        try {
            var root = JSON.readTree(letters(bytes));
            return root.isObject() && root.path("resourceType").asString("").equals("Questionnaire")
                    ? new QuestionnaireReader(form, root).whole(kind)
                    : refused("It is no FHIR Questionnaire. Choose a file that begins with"
                            + " {\"resourceType\": \"Questionnaire\".");
        } catch (CharacterCodingException noLetters) {
            return refused("Its letters are not in UTF-8. Save it as UTF-8 and choose it again.");
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            return refused("It is not JSON that can be read: look at line "
                    + (where == null ? 1 : Math.max(1, where.getLineNr()))
                    + " for a missing comma, quote or bracket, a name that stands twice, or parts that lie too deep.");
        }
    }

    private static String letters(byte[] bytes) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Taken whole(Kind kind) {
        var language = Language.tagged(root.path("language").asString(""));
        if (language.isEmpty()) {
            fault("It does not say that it is in English or Spanish. Write \"language\": \"en\" or \"es\" into it.");
        }
        root.propertyNames().stream()
                .filter(name -> !READ.contains(name) && !LET_GO.contains(name))
                .forEach(
                        name -> fault("It has the part \"" + brief(name) + "\", which is not kept here. Take it out."));
        var bands = new ArrayList<Band>();
        root.path("extension").forEach(extension -> extension(extension, kind, bands));
        var items = new ItemReader(faults).items(root.path("item"), 1);
        var read = new Questionnaire(
                form,
                kind,
                language.orElse(Language.EN),
                Texts.line(root.path("title").asString("")),
                Texts.line(root.path("description").asString("")),
                Texts.line(root.path("copyright").asString("")),
                bands,
                items);
        if (faults.isEmpty()) {
            faults.addAll(Soundness.check(read));
        }
        return Taken.of(read, faults);
    }

    private void extension(JsonNode extension, Kind kind, List<Band> bands) {
        var url = extension.path("url").asString("");
        switch (url) {
            case Extensions.KIND -> {
                if (!extension.path("valueCode").asString("").equals(kind.code())) {
                    fault("It is of another kind than this form, which is a " + kind.code()
                            + ". Add a form of its kind and bring it in there.");
                }
            }
            case Extensions.BAND ->
                band(extension.path("extension"))
                        .ifPresentOrElse(
                                bands::add,
                                () -> fault("A name for sums of scores needs from, to and label. Complete it."));
            default -> fault("It carries the extension " + brief(url) + ", which is not kept here. Take it out.");
        }
    }

    private static Optional<Band> band(JsonNode parts) {
        var from = part(parts, "from");
        var to = part(parts, "to");
        var label = part(parts, "label");
        return from != null && to != null && label != null
                ? Optional.of(new Band(
                        from.path("valueInteger").asInt(0),
                        to.path("valueInteger").asInt(0),
                        Texts.line(label.path("valueString").asString(""))))
                : Optional.empty();
    }

    private static @Nullable JsonNode part(JsonNode parts, String url) {
        for (var one : parts) {
            if (one.path("url").asString("").equals(url)) {
                return one;
            }
        }
        return null;
    }

    private void fault(String sentence) {
        faults.add(new Fault("", sentence));
    }

    private static Taken refused(String sentence) {
        return new Taken.Refused(List.of(new Fault("", sentence)));
    }

    /** Of what stands in a file no more is said again than a line holds. */
    static String brief(String text) {
        var line = Texts.line(text);
        return line.length() <= 80 ? line : line.substring(0, line.offsetByCodePoints(0, 40)) + " …";
    }
}
