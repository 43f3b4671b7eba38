package org.circlekeeper.practice.web;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Passwords;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PersonId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The people who may sign in to the practice, what each may do, and who of them leads groups. */
@Controller
@ConditionalOnWebApplication
public class PeopleController {

    private final PeoplePages pages;
    private final People people;
    private final Passwords passwords;
    private final Practices practices;
    private final AuditTrail audit;

    PeopleController(PeoplePages pages, People people, Passwords passwords, Practices practices, AuditTrail audit) {
        this.pages = pages;
        this.people = people;
        this.passwords = passwords;
        this.practices = practices;
        this.audit = audit;
    }

    @Bean
    static NavEntry peopleEntry() {
        return new NavEntry(800, "People", "/people", "o", Permission.KEEP_PEOPLE);
    }

    @Needs(Permission.KEEP_PEOPLE)
    @GetMapping("/people")
    ModelAndView show(SignedIn who) {
        return pages.show(who, null, Filled.blank(""));
    }

    /** Answers with the page itself: the link on it is shown this once. */
    @Needs(Permission.KEEP_PEOPLE)
    @PostMapping("/people")
    ModelAndView add(
            SignedIn who,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "role", defaultValue = "") List<Role> roles) {
        var form = Filled.in("person", typed.toSingleValueMap());
        var name = form.text("name", "Write the name as colleagues know it.");
        var email = form.read("email", "Write an e-mail address, as in ana@example.org.", PeopleController::email);
        roles.forEach(role -> form.with("role-" + role, "yes"));
        if (roles.isEmpty()) {
            form.refuse("role", "Choose at least one role.");
        }
        var leads = form.readIfAny("leads", "Choose from the list.", UUID::fromString);
        leads.filter(id -> !isLeader(id)).ifPresent(_ -> form.refuse("leads", "Choose from the list."));
        if (form.isWrong()) {
            return pages.show(who, null, form);
        }
        var person = people.add(email.orElseThrow(), name.orElseThrow());
        roles.forEach(role -> people.giveRole(who.practice(), person, role, who.actor()));
        leads.ifPresent(id -> people.linkPractitioner(who.practice(), person, id, who.actor()));
        return withLink(who, person);
    }

    @Needs(Permission.KEEP_PEOPLE)
    @PostMapping("/people/{id}/link")
    ModelAndView link(SignedIn who, @PathVariable PersonId id) {
        pages.colleague(who, id);
        return withLink(who, id);
    }

    @Needs(Permission.KEEP_PEOPLE)
    @PostMapping("/people/{id}/roles")
    Object give(SignedIn who, @PathVariable PersonId id, @RequestParam Role role) {
        pages.colleague(who, id);
        people.giveRole(who.practice(), id, role, who.actor());
        return Next.to("/people").saying("The role is given. It counts from their next click.");
    }

    @Needs(Permission.KEEP_PEOPLE)
    @PostMapping("/people/{id}/roles/take")
    Object take(SignedIn who, @PathVariable PersonId id, @RequestParam Role role) {
        pages.colleague(who, id);
        if (!people.takeRole(who.practice(), id, role, who.actor())) {
            return pages.show(
                    who,
                    null,
                    Filled.blank("take")
                            .refuse("role", "The practice needs an owner. Give somebody else that role first."));
        }
        return Next.to("/people").saying("The role is taken. It ends with their next click.");
    }

    @Needs(Permission.KEEP_PEOPLE)
    @PostMapping("/people/{id}/leads")
    Object leads(SignedIn who, @PathVariable PersonId id, @RequestParam UUID leads) {
        pages.colleague(who, id);
        if (!isLeader(leads)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        people.linkPractitioner(who.practice(), id, leads, who.actor());
        return Next.to("/people").saying("Linked. Sessions that they lead are theirs to mark and sign.");
    }

    private ModelAndView withLink(SignedIn who, PersonId id) {
        var person = people.get(id).orElseThrow();
        if (!pages.worksOnlyHere(id)) {
            return pages.show(who, null, Filled.blank(""));
        }
        audit.did(who.actor(), "made a link that sets a password", "person " + id, "works once, for two days");
        return pages.show(who, new PeoplePage.Link(person.name(), passwords.link(id)), Filled.blank(""));
    }

    private boolean isLeader(UUID id) {
        return practices.practitioners().stream()
                .anyMatch(leader -> leader.id().value().equals(id));
    }

    private static String email(String text) {
        if (!text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
        return text;
    }
}
