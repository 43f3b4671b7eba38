package org.circlekeeper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.circlekeeper.access.Passwords;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** People who may sign in. */
@Command(
        name = "user",
        description = "Add people who may sign in.",
        mixinStandardHelpOptions = true,
        subcommands = UserCommand.Add.class)
final class UserCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw Refusal.usage("Say what to do: circlekeeper user add --email ADDRESS --name NAME --role ROLE");
    }

    /** Adds somebody, and makes the link at which they choose a password. */
    @Command(name = "add", description = "Add somebody, and print the link at which they choose a password.")
    static final class Add implements Callable<Integer> {

        @Mixin
        Common common = new Common();

        @Option(
                names = "--email",
                required = true,
                paramLabel = "ADDRESS",
                description = "E-mail address, which " + "they sign in with.")
        String email = "";

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "Name, as colleagues see it.")
        String name = "";

        @Option(
                names = "--role",
                required = true,
                split = ",",
                paramLabel = "ROLE",
                description = "${COMPLETION-CANDIDATES}; " + "several with commas.")
        List<Role> roles = new ArrayList<>();

        @Override
        public Integer call() {
            if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
                throw Refusal.usage("\"" + email + "\" is not an e-mail address.");
            }
            try (var desk = Desk.open(common)) {
                var practice = desk.practice(null);
                var actor = desk.actor(practice, Permission.KEEP_PEOPLE);
                var people = desk.get(People.class);
                var person = people.add(email, name);
                roles.forEach(role -> people.giveRole(practice.id(), person, role, actor));
                leads(desk, practice, person);
                var link = "http://127.0.0.1:8080" + desk.get(Passwords.class).link(person);
                common.answer()
                        .say(
                                new Told(
                                        email,
                                        roles.stream()
                                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                                .toList(),
                                        link),
                                List.of(
                                        name + " may sign in at " + practice.name() + ".",
                                        "Their link, which works once within 48 hours (change host and port to yours):",
                                        link));
                return 0;
            }
        }

        /** Whoever bears the name of a practitioner is that practitioner. */
        private void leads(Desk desk, Practice practice, PersonId person) {
            desk.in(practice, () -> desk.get(Practices.class).practitioners()).stream()
                    .filter(one -> one.name().toString().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .ifPresent(one -> desk.get(People.class)
                            .linkPractitioner(
                                    practice.id(),
                                    person,
                                    one.id().value(),
                                    desk.actor(practice, Permission.KEEP_PEOPLE)));
        }
    }

    /** What adding somebody answers. */
    record Told(String email, List<String> roles, String link) {}
}
