package org.circlekeeper.waitlist.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Inquirer;
import org.circlekeeper.waitlist.InquirerForm;
import org.circlekeeper.waitlist.Sight;
import org.circlekeeper.waitlist.Times;
import org.circlekeeper.waitlist.Waitlist;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing down who asks for a seat, and keeping that up to date. */
@Controller
@ConditionalOnWebApplication
public class InquiryController {

    private final Waitlist waitlist;
    private final Sight sight;
    private final Patients patients;
    private final Groups groups;
    private final Practices practices;

    InquiryController(Waitlist waitlist, Sight sight, Patients patients, Groups groups, Practices practices) {
        this.waitlist = waitlist;
        this.sight = sight;
        this.patients = patients;
        this.groups = groups;
        this.practices = practices;
    }

    /**
     * Everything the form shows.
     *
     * @param href the entry's page, null for a new one
     * @param patient who they are among the patients, empty for somebody new
     */
    public record Page(
            Filled form,
            List<Choice> kinds,
            List<Choice> wanted,
            @Nullable String href,
            String patient) {}

    @Needs(Permission.KEEP_WAITLIST)
    @GetMapping("/waitlist/new")
    ModelAndView blank(SignedIn who, @RequestParam(defaultValue = "") String patient) {
        var form = Reading.of(patient, PatientId::of)
                .flatMap(patients::find)
                .map(known -> InquirerForm.of(Inquirer.of(known, "", "", Times.ANY, ""))
                        .with("patient", known.id()))
                .orElse(Filled.blank("inquirer"));
        return view(form, null);
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/new")
    Object add(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("inquirer", typed);
        var type = form.read("kind", "Choose the kind of group.", this::kind);
        var wanted = form.readIfAny("wanted", "Choose a group from the list, or none.", this::group);
        var read = InquirerForm.read(form, practices.today());
        type.ifPresent(kind -> wanted.filter(group -> !group.type().equals(kind))
                .ifPresent(_ -> form.refuse("wanted", "That group is of another kind.")));
        if (read.isEmpty() || form.isWrong()) {
            return view(form, null);
        }
        var patient = Reading.of(form.value("patient"), PatientId::of)
                .filter(id -> patients.find(id).isPresent());
        var came = InquirerForm.plain(form, "came", 100);
        var id = waitlist.ask(
                new Waitlist.Asked(
                        type.orElseThrow(),
                        wanted.map(Group::id).orElse(null),
                        patient.orElse(null),
                        read.get(),
                        came.isEmpty() ? "written down here" : came),
                who.actor());
        return Next.to("/waitlist/" + id).saying("On the waitlist. The call back stands under Calls.");
    }

    @Needs(Permission.KEEP_WAITLIST)
    @GetMapping("/waitlist/{id}/edit")
    ModelAndView edit(SignedIn who, @PathVariable EntryId id) {
        var entry = sight.open(who, id);
        return view(InquirerForm.of(entry.who()).with("wanted", entry.wanted()), entry);
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/edit")
    Object change(SignedIn who, @PathVariable EntryId id, @RequestParam Map<String, String> typed) {
        var entry = sight.open(who, id);
        var form = Filled.in("inquirer", typed);
        var wanted = form.readIfAny("wanted", "Choose a group from the list, or none.", this::group)
                .filter(group -> group.type().equals(entry.type()))
                .map(Group::id);
        var read = InquirerForm.read(form, practices.today());
        if (read.isEmpty()) {
            return view(form, entry);
        }
        waitlist.change(entry, wanted.orElse(null), read.get(), who.actor());
        return Next.to(entry.href()).saying("Saved.");
    }

    private UUID kind(String text) {
        var id = UUID.fromString(text);
        return groups.types().stream()
                .map(Groups.Type::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind"));
    }

    private Group group(String text) {
        return groups.find(GroupId.of(text)).orElseThrow(() -> new IllegalArgumentException("No such group"));
    }

    private ModelAndView view(Filled form, @Nullable Entry entry) {
        var kinds = groups.types().stream()
                .map(type -> new Choice(type.id().toString(), type.name()))
                .toList();
        var wanted = groups.all().stream()
                .filter(group -> entry == null || group.type().equals(entry.type()))
                .map(group -> new Choice(group.id().toString(), group.name()))
                .toList();
        Optional<String> href = Optional.ofNullable(entry).map(Entry::href);
        var page = new Page(form, kinds, wanted, href.orElse(null), form.value("patient"));
        var view = new ModelAndView("org/circlekeeper/waitlist/web/inquiry", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }
}
