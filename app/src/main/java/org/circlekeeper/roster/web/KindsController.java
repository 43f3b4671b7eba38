package org.circlekeeper.roster.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The kinds of groups a practice has: what each is billed as, when one may join, and whom it is for. */
@Controller
@ConditionalOnWebApplication
public class KindsController {

    private static final String HERE = "/groups/kinds";

    private final KindPages pages;
    private final Kinds kinds;
    private final Groups groups;

    KindsController(KindPages pages, Kinds kinds, Groups groups) {
        this.pages = pages;
        this.kinds = kinds;
        this.groups = groups;
    }

    @Needs(Permission.SEE_GROUPS)
    @GetMapping(HERE)
    ModelAndView show(SignedIn who) {
        return pages.show(Filled.blank(""));
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping(HERE)
    Object found(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("kind", typed);
        var read = read(form, kinds.newId());
        if (read.isEmpty()) {
            return pages.show(form);
        }
        kinds.found(read.get(), who.actor());
        return Next.to(HERE).saying("The kind is kept. New groups may be of it.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping(HERE + "/{id}")
    Object change(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var known = kind(id);
        var form = Filled.in("kind-" + id, typed);
        if (known.type().part2() && known.groups() > 0 && !form.has("part2")) {
            form.refuse("part2", "Groups are of this kind, and their records were made under Part 2: the mark stays.");
        }
        var read = read(form, id);
        if (read.isEmpty()) {
            return pages.show(form);
        }
        kinds.change(read.get(), who.actor());
        return Next.to(HERE).saying("Saved. Every group of the kind follows.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping(HERE + "/{id}/remove")
    Object remove(SignedIn who, @PathVariable UUID id) {
        kind(id);
        return kinds.drop(id, who.actor())
                ? Next.to(HERE).saying("The kind is gone.")
                : Next.to(HERE).refusing(kinds.stay().getOrDefault(id, "It stays."));
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping(HERE + "/{id}/criteria")
    Object say(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        kind(id);
        var form = Filled.in("criterion-" + id, typed);
        var read = criterion(form, id);
        if (read.isEmpty()) {
            return pages.show(form);
        }
        kinds.add(read.get(), who.actor());
        return Next.to(HERE).saying("Whoever joins is looked at by it from now on.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping(HERE + "/{id}/criteria/{criterion}/remove")
    Object unsay(SignedIn who, @PathVariable UUID id, @PathVariable UUID criterion) {
        var known = kinds.criteria(id).stream()
                .filter(one -> one.id().equals(criterion))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        kinds.drop(known, who.actor());
        return Next.to(HERE).saying("Nobody is looked at by it any more.");
    }

    private Kinds.Kind kind(UUID id) {
        return kinds.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Groups.Type> read(Filled form, UUID id) {
        var name = form.text("name", "Name the kind of group, as in Process group or DBT skills.");
        var code = form.read(
                "code", "Write the CPT or HCPCS code, as in 90853 for group psychotherapy.", ProcedureCode::new);
        var joining = form.read("joining", "Choose when somebody may join.", Joining::valueOf);
        var notice = form.readIfAny("notice", "Write how many days, from 0 to 365.", Filled.whole(0, 365));
        name.filter(chosen -> isTaken(chosen, id))
                .ifPresent(_ -> form.refuse("name", "There is a kind of this name already. Choose another one."));
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Groups.Type(
                        id,
                        name.orElseThrow(),
                        code.orElseThrow(),
                        form.has("part2"),
                        joining.orElseThrow(),
                        form.has("families"),
                        form.value("population"),
                        notice.orElse(0),
                        form.has("screened")));
    }

    private boolean isTaken(String name, UUID own) {
        return kinds.all().stream()
                .anyMatch(kind ->
                        !kind.type().id().equals(own) && kind.type().name().equalsIgnoreCase(name));
    }

    private Optional<Criterion> criterion(Filled form, UUID type) {
        var kind = form.read("kind", "Choose what is looked at.", Criterion.Kind::valueOf);
        var says = form.text("says", "Write the sentence that a person reads, as in: For adults of 18 and more.");
        var group = form.readIfAny("group", "Choose a group from the list, or every one.", GroupId::of)
                .flatMap(groups::find);
        var wanted = kind.flatMap(chosen -> chosen == Criterion.Kind.STATEMENT
                ? Optional.of("")
                : form.read("wanted", Wanted.remedy(chosen), text -> Wanted.read(chosen, text)));
        group.filter(chosen -> !chosen.type().equals(type))
                .ifPresent(_ -> form.refuse("group", "That group is of another kind."));
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Criterion(
                        kinds.newId(),
                        type,
                        group.map(Group::id).orElse(null),
                        form.value("side").equals("not"),
                        kind.orElseThrow(),
                        wanted.orElseThrow(),
                        says.orElseThrow()));
    }
}
