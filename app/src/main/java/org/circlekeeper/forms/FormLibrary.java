package org.circlekeeper.forms;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlekeeper.forms.FormStore.Published;
import org.circlekeeper.forms.fhir.QuestionnaireReader;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/** The forms of the practice in scope, for whoever gives them out, fills them or prints them. */
@Component
public class FormLibrary {

    private final FormStore store;
    private final PacketStore packets;
    private final Practices practices;

    FormLibrary(FormStore store, PacketStore packets, Practices practices) {
        this.store = store;
        this.packets = packets;
        this.practices = practices;
    }

    /**
     * One paper that a member gets.
     *
     * @param version the version that is given out now; what was begun keeps its own
     * @param languages in which that version is written: to no other language does it fall back
     */
    public record PacketForm(FormId form, String title, Kind kind, int version, Need need, Set<Language> languages) {

        public PacketForm {
            languages = Set.copyOf(languages);
        }
    }

    /** Every form, by its title. */
    public List<Form> all() {
        return store.all();
    }

    public Optional<Form> find(FormId form) {
        return store.all().stream().filter(one -> one.id().equals(form)).findFirst();
    }

    /** A published version in a language, or the sentence that says that there is none. */
    public Rendition open(FormId form, int number, Language language) {
        return store.published(form, number, language)
                .<Rendition>map(published -> new Rendition.Text(version(form, published)))
                .orElseGet(() -> new Rendition.Missing(missing(form, number, language)));
    }

    private String missing(FormId form, int number, Language language) {
        var known = find(form);
        var publication = known.flatMap(one -> one.version(number));
        if (publication.isEmpty()) {
            return "There is no version " + number + " of the form " + form + ". Open the page of papers and forms.";
        }
        var has = publication.get().languages().stream()
                .sorted()
                .map(Language::onScreen)
                .collect(Collectors.joining(" and "));
        return "\"" + known.get().title() + "\", version " + number + ", is not written in " + language.onScreen()
                + ", only in " + has + ". Add the " + language.onScreen()
                + " text and publish it, or go through the paper with an interpreter.";
    }

    private FormVersion version(FormId form, Published published) {
        var kind = find(form).orElseThrow().kind();
        var bytes = published.json().getBytes(StandardCharsets.UTF_8);
        return switch (QuestionnaireReader.read(bytes, form, kind)) {
            case Taken.Whole whole ->
                new FormVersion(
                        form,
                        published.number(),
                        whole.questionnaire(),
                        published.json(),
                        published.sha256(),
                        published.approval());
            case Taken.Refused _ ->
                throw new IllegalStateException(
                        "Version " + published.number() + " of " + form + " is not what was published");
        };
    }

    /**
     * The papers that somebody gets, in order: those of the packet for groups of this kind, or of the one for all when
     * the kind has none of its own. None when the practice has chosen no packet. A form that is no longer in use is
     * left out.
     *
     * @param groupType the id of the kind of group
     */
    public List<PacketForm> packetFor(UUID groupType, Circumstances circumstances) {
        var packet = packets.last(groupType)
                .filter(Packet::own)
                .or(() -> packets.last(Packet.EVERYBODY))
                .map(Packet::lines)
                .orElse(List.of());
        if (packet.isEmpty()) {
            return List.of();
        }
        var forms = store.all().stream().collect(Collectors.toMap(Form::id, form -> form));
        return packet.stream()
                .filter(line -> line.applies().to(circumstances))
                .flatMap(line -> given(line, Optional.ofNullable(forms.get(line.form()))))
                .toList();
    }

    private static Stream<PacketForm> given(Packet.Line line, Optional<Form> form) {
        return form.stream()
                .flatMap(one -> one.current().stream()
                        .map(version -> new PacketForm(
                                one.id(),
                                one.title(),
                                one.kind(),
                                version.number(),
                                line.need(),
                                version.languages())));
    }

    /** What the practice puts into its papers: its own facts, and its own words. */
    public Map<String, String> placeholders() {
        var practice = practices.current();
        var address = practice.address();
        var values = new HashMap<>(store.words());
        values.put("practice_name", practice.name());
        values.put(
                "practice_address",
                Stream.of(address.line(), address.line2(), address.city(), address.state() + " " + address.zipOnPaper())
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining(", ")));
        values.put("practice_phone", practice.phone().toString());
        values.put("practice_npi", practice.npi().value());
        values.put("practice_tax_id", practice.taxId().toString());
        return Map.copyOf(values);
    }

    /** The names of places in papers in use that the practice has to fill with words of its own, each once. */
    public List<String> ownWords() {
        return store.currentTexts().stream()
                .flatMap(Placeholders::in)
                .filter(name -> !Placeholders.OF_PAPER.contains(name)
                        && !Placeholders.OF_PRACTICE.contains(name)
                        && !Placeholders.OF_MEMBER.contains(name)
                        && !Placeholders.OF_ESTIMATE.contains(name))
                .distinct()
                .sorted()
                .toList();
    }
}
