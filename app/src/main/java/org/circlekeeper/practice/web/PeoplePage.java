package org.circlekeeper.practice.web;

import java.util.List;
import org.circlekeeper.access.Role;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of people shows.
 *
 * @param link a link that sets a password, shown this once
 */
public record PeoplePage(
        List<Row> people,
        List<Leader> leaders,
        List<Choice> leaderChoices,
        @Nullable Link link,
        Filled form) {

    /** One person who may sign in. */
    public record Row(
            PersonId id,
            String name,
            String email,
            List<Role> roles,
            List<Choice> otherRoles,
            String leads,
            boolean hasPassword,
            boolean mayGetLink) {}

    /** Somebody who leads groups. */
    public record Leader(String name, String npi, String taxonomy, String license) {}

    /** For whom the link is, and where it leads. */
    public record Link(String name, String href) {}

    /** Every role as a line to choose. */
    public List<Choice> roles() {
        return List.of(Role.values()).stream()
                .map(role -> new Choice(role.name(), role.onScreen()))
                .toList();
    }

    public Filled personForm() {
        return form.name().equals("person") ? form : Filled.blank("person");
    }

    public Filled leaderForm() {
        return form.name().equals("leader") ? form : Filled.blank("leader").with("taxonomy", "101YM0800X");
    }
}
