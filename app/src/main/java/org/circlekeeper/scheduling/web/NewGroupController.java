package org.circlekeeper.scheduling.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Programmes;
import org.circlekeeper.roster.SizeForm;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.WeeklyForm;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Founding a group: its name, kind, seats and leader, and when it meets. */
@Controller
@ConditionalOnWebApplication
public class NewGroupController {

    private static final String NEW_KIND = "new";

    private final Groups groups;
    private final Programmes programmes;
    private final Sessions sessions;
    private final Practices practices;

    NewGroupController(Groups groups, Programmes programmes, Sessions sessions, Practices practices) {
        this.groups = groups;
        this.programmes = programmes;
        this.sessions = sessions;
        this.practices = practices;
    }

    /** Everything the page shows. */
    public record Page(Filled form, List<Choice> kinds, List<Choice> leaders, List<String> programmes) {}

    @Needs(Permission.KEEP_GROUPS)
    @GetMapping("/groups/new")
    ModelAndView show(SignedIn who) {
        var form = WeeklyForm.usual(Filled.blank("group"), practices.today())
                .with("capacity", 8)
                .with("minimum", 2)
                .with("code", ProcedureCode.GROUP_PSYCHOTHERAPY.value());
        return view(form);
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/new")
    Object found(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("group", typed);
        var id = founded(form, who);
        if (id.isPresent()) {
            return Next.to("/groups/" + id.get())
                    .saying(
                            "The group is set up. Give its members their seats; its sessions follow on Today within a minute.");
        }
        var view = view(form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Optional<GroupId> founded(Filled form, SignedIn who) {
        var name = form.text("name", "Give the group a name, as in Monday Circle.");
        var sizes = SizeForm.read(form);
        var leader = form.read("leader", "Choose who leads it.", PractitionerId::of);
        var kind = kind(form);
        var weekly = WeeklyForm.read(form);
        name.filter(groups::isTaken)
                .ifPresent(_ -> form.refuse("name", "There is a group of this name already. Choose another one."));
        if (form.isWrong()) {
            return Optional.empty();
        }
        var time = weekly.orElseThrow();
        var days = DateRange.from(time.from());
        var type = kind.orElseThrow();
        var id = groups.found(
                groups.screenedType(type.name(), type.code(), type.part2()),
                new Groups.Settings(
                        name.orElseThrow(),
                        sizes.orElseThrow().minimum(),
                        sizes.orElseThrow().target(),
                        sizes.orElseThrow().capacity(),
                        leader.orElseThrow(),
                        days,
                        form.has("programme") ? programmes.named(form.value("programme")) : null,
                        form.value("cycle")),
                who.actor());
        sessions.meetWeekly(id, time.weekday(), time.start(), time.length(), days, time.place(), who.actor());
        return Optional.of(id);
    }

    /** A kind that there is, or a new one. */
    private Optional<Kind> kind(Filled form) {
        if (form.has("kind") && !form.value("kind").equals(NEW_KIND)) {
            var found = groups.types().stream()
                    .filter(type -> type.id().toString().equals(form.value("kind")))
                    .map(type -> new Kind(type.name(), type.code(), type.part2()))
                    .findFirst();
            if (found.isEmpty()) {
                form.refuse("kind", "Choose a kind from the list, or a new one.");
            }
            return found;
        }
        var name = form.text("kindName", "Name the kind of group, as in Process group or DBT skills.");
        var code = form.read(
                "code", "Write the CPT or HCPCS code, as in 90853 for group psychotherapy.", ProcedureCode::new);
        boolean part2 = form.has("part2");
        return name.isPresent() && code.isPresent()
                ? Optional.of(new Kind(name.get(), code.get(), part2))
                : Optional.empty();
    }

    private record Kind(String name, ProcedureCode code, boolean part2) {}

    private ModelAndView view(Filled form) {
        var kinds = groups.types().stream()
                .map(type -> new Choice(
                        type.id().toString(), type.name() + " (" + type.code() + (type.part2() ? ", Part 2)" : ")")))
                .toList();
        var leaders = practices.practitioners().stream()
                .map(leader -> new Choice(leader.id().toString(), leader.signature()))
                .toList();
        if (kinds.isEmpty()) {
            form.with("kind", NEW_KIND);
        }
        return new ModelAndView(
                "org/circlekeeper/scheduling/web/new-group",
                "page",
                new Page(
                        form,
                        kinds,
                        leaders,
                        programmes.all().stream()
                                .map(Programmes.Programme::name)
                                .toList()));
    }
}
