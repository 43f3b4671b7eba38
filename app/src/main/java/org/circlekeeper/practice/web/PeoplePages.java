package org.circlekeeper.practice.web;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Colleague;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of people shows. */
@Component
class PeoplePages {

    private final People people;
    private final Practices practices;

    PeoplePages(People people, Practices practices) {
        this.people = people;
        this.practices = practices;
    }

    ModelAndView show(SignedIn who, PeoplePage.@Nullable Link link, Filled form) {
        var leaders = practices.practitioners();
        var names = leaders.stream().collect(toMap(leader -> leader.id().value(), Practitioner::signature));
        var page = new PeoplePage(
                people.inPractice(who.practice()).stream()
                        .map(colleague -> row(colleague, names))
                        .toList(),
                leaders.stream()
                        .map(l -> new PeoplePage.Leader(l.signature(), l.npi().value(), l.taxonomy(), l.license()))
                        .toList(),
                leaders.stream()
                        .map(l -> new Choice(l.id().toString(), l.signature()))
                        .toList(),
                link,
                form);
        var view = new ModelAndView("org/circlekeeper/practice/web/people", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    Colleague colleague(SignedIn who, PersonId id) {
        return people.inPractice(who.practice()).stream()
                .filter(colleague -> colleague.person().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * Whether an owner may hand out a link that sets this person's password: only when the person works nowhere else.
     * Otherwise the owner of one practice could walk into another one.
     */
    boolean worksOnlyHere(PersonId id) {
        return people.practicesOf(id).size() == 1;
    }

    private PeoplePage.Row row(Colleague colleague, Map<UUID, String> names) {
        var person = colleague.person();
        var roles = colleague.roles().stream().sorted(Comparator.naturalOrder()).toList();
        return new PeoplePage.Row(
                person.id(),
                person.name(),
                person.email(),
                roles,
                Arrays.stream(Role.values())
                        .filter(role -> !roles.contains(role))
                        .map(role -> new Choice(role.name(), role.onScreen()))
                        .toList(),
                leads(colleague, names),
                person.hasPassword(),
                worksOnlyHere(person.id()));
    }

    private static String leads(Colleague colleague, Map<UUID, String> names) {
        var practitioner = colleague.practitioner();
        return practitioner == null ? "" : names.getOrDefault(practitioner, "");
    }
}
