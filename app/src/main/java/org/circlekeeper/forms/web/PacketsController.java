package org.circlekeeper.forms.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.forms.Applies;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.GroupKinds;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Packet;
import org.circlekeeper.forms.Packets;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which forms go to the members of which groups: the packet for all, and those of single kinds. */
@Controller
@ConditionalOnWebApplication
public class PacketsController {

    private final Packets packets;
    private final FormLibrary library;
    private final GroupKinds kinds;
    private final Practices practices;

    PacketsController(Packets packets, FormLibrary library, GroupKinds kinds, Practices practices) {
        this.packets = packets;
        this.library = library;
        this.kinds = kinds;
        this.practices = practices;
    }

    /** Everything the list shows. */
    public record Page(List<Card> cards) {}

    /**
     * One packet.
     *
     * @param own whether it is its own, and not the one for all
     * @param says its version, or what it takes instead
     */
    public record Card(String href, String name, boolean own, String says, List<String> forms) {}

    /**
     * Everything the page of one packet shows.
     *
     * @param base the version that is looked at; 0 when there is none
     * @param kind whether it is for a kind, and not for all
     * @param refused why nothing was published; null when nothing was refused
     */
    public record PacketPage(
            String href,
            String name,
            boolean kind,
            boolean own,
            int base,
            List<LineRow> lines,
            List<Choice> needs,
            List<Choice> applies,
            List<String> history,
            @Nullable String refused,
            Filled form) {}

    /** A form that may stand in it. */
    public record LineRow(String form, String title) {}

    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/packets")
    ModelAndView list(SignedIn who) {
        var lasts = new LinkedHashMap<UUID, Packet>();
        packets.lasts().forEach(packet -> lasts.put(packet.groupType(), packet));
        var titles = titles();
        var cards = scopes().entrySet().stream()
                .map(scope -> card(scope, Optional.ofNullable(lasts.get(scope.getKey())), titles))
                .toList();
        return new ModelAndView("org/circlekeeper/forms/web/packets", "page", new Page(cards));
    }

    private static Card card(Map.Entry<UUID, String> scope, Optional<Packet> last, Map<FormId, String> titles) {
        boolean all = scope.getKey().equals(Packet.EVERYBODY);
        var own = last.filter(Packet::own);
        return new Card(
                "/packets/" + scope.getKey(),
                scope.getValue(),
                own.isPresent(),
                own.map(packet -> "Version " + packet.number() + ", by " + packet.by())
                        .orElse(all ? "None yet: nothing is asked of members." : "Takes the packet for all."),
                own.map(Packet::lines).orElse(List.of()).stream()
                        .map(line -> titles.getOrDefault(
                                        line.form(), line.form().value()) + ": "
                                + line.need().onScreen() + ", " + line.applies().onScreen())
                        .toList());
    }

    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/packets/{type}")
    ModelAndView show(SignedIn who, @PathVariable UUID type) {
        return page(type, name(type), Filled.blank(""), null);
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/packets/{type}")
    Object publish(SignedIn who, @PathVariable UUID type, @RequestParam Map<String, String> typed) {
        var name = name(type);
        var form = Filled.in("packet", typed);
        var base = form.read("base", "Load the page again.", Filled.whole(0, Integer.MAX_VALUE - 1));
        var says = form.readIfAny("says", "Shorten it: 500 characters are the most.", Filled.atMost(500));
        var placed = new ArrayList<Placed>();
        inUse().forEach(one -> placed(form, one.id()).ifPresent(placed::add));
        if (placed.isEmpty()) {
            form.refuse("says", "Choose at least one form.");
        }
        if (form.isWrong()) {
            return page(type, name, form, null);
        }
        var lines = placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::line)
                .toList();
        return switch (packets.publish(type, base.orElseThrow(), lines, says.orElse(""), who.actor())) {
            case Packets.Outcome.Published published ->
                Next.to("/packets").saying("Version " + published.number() + " of the packet is published.");
            case Packets.Outcome.Refused refused ->
                page(type, name, form.refuse("says", "See above."), refused.sentence());
        };
    }

    private record Placed(int place, Packet.Line line) {}

    private static Optional<Placed> placed(Filled form, FormId id) {
        var need = form.readIfAny("need-" + id, "Choose required, offered, or not in it.", Need::valueOf);
        var applies = form.readIfAny("applies-" + id, "Choose to whom it goes.", Applies::valueOf);
        var place = form.readIfAny("place-" + id, "Write a whole number.", Filled.whole(0, 1000));
        return need.map(
                one -> new Placed(place.orElse(1000), new Packet.Line(id, one, applies.orElse(Applies.EVERYBODY))));
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/packets/{type}/general")
    Next giveUp(SignedIn who, @PathVariable UUID type, @RequestParam(defaultValue = "0") int base) {
        name(type);
        return switch (packets.giveUp(type, base, who.actor())) {
            case Packets.Outcome.Published _ -> Next.to("/packets").saying("It takes the packet for all again.");
            case Packets.Outcome.Refused refused -> Next.to("/packets/" + type).refusing(refused.sentence());
        };
    }

    private ModelAndView page(UUID type, String name, Filled sent, @Nullable String refused) {
        boolean all = type.equals(Packet.EVERYBODY);
        var last = packets.last(type);
        var shown = last.filter(Packet::own).or(() -> packets.last(Packet.EVERYBODY));
        var form = sent.name().equals("packet") ? sent : filled(shown);
        var zone = practices.current().zone();
        var history = packets.history(type).stream()
                .map(packet -> "Version " + packet.number() + ", " + Words.moment(packet.at(), zone) + ", by "
                        + packet.by() + (packet.says().isEmpty() ? "" : ": " + packet.says()))
                .toList();
        var page = new PacketPage(
                "/packets/" + type,
                name,
                !all,
                last.filter(Packet::own).isPresent(),
                last.map(Packet::number).orElse(0),
                inUse().sorted(Comparator.comparingInt(one -> placeOf(form, one.id())))
                        .map(one -> new LineRow(one.id().value(), one.title()))
                        .toList(),
                Stream.of(Need.values())
                        .map(need -> new Choice(need.name(), need.onScreen()))
                        .toList(),
                Stream.of(Applies.values())
                        .map(one -> new Choice(one.name(), one.onScreen()))
                        .toList(),
                history,
                refused,
                form);
        var view = new ModelAndView("org/circlekeeper/forms/web/packet", "page", page);
        view.setStatus(sent.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static Filled filled(Optional<Packet> packet) {
        var form = Filled.blank("packet");
        int place = 0;
        for (var line : packet.map(Packet::lines).orElse(List.of())) {
            form.with("need-" + line.form(), line.need().name())
                    .with("applies-" + line.form(), line.applies().name())
                    .with("place-" + line.form(), ++place);
        }
        return form;
    }

    private static int placeOf(Filled form, FormId id) {
        var place = form.value("place-" + id);
        return place.matches("\\d{1,4}") ? Integer.parseInt(place) : 10_000;
    }

    private Stream<Form> inUse() {
        return library.all().stream().filter(form -> form.current().isPresent());
    }

    private Map<FormId, String> titles() {
        var titles = new LinkedHashMap<FormId, String>();
        library.all().forEach(form -> titles.put(form.id(), form.title()));
        return titles;
    }

    private Map<UUID, String> scopes() {
        var scopes = new LinkedHashMap<UUID, String>();
        scopes.put(Packet.EVERYBODY, "All groups");
        scopes.putAll(kinds.names());
        return scopes;
    }

    private String name(UUID type) {
        return Optional.ofNullable(scopes().get(type)).orElseThrow(Opening::nothing);
    }
}
