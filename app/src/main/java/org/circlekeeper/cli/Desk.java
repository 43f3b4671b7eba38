package org.circlekeeper.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.circlekeeper.access.Colleague;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.movein.Openings;
import org.circlekeeper.practice.Practice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Where a command works: the started program, the practices it is asked for, and who asks. */
final class Desk implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Common common;
    private final Patience patience;

    private Desk(ConfigurableApplicationContext context, Common common, Patience patience) {
        this.context = context;
        this.common = common;
        this.patience = patience;
    }

    static Desk open(Common common) {
        var patience = new Patience("Starting");
        try {
            var context = Launch.command(common.program());
            patience.now("Working");
            return new Desk(context, common, patience);
        } catch (RuntimeException failed) {
            patience.close();
            throw failed;
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void progress(String doing) {
        patience.now(doing);
    }

    /** The practices meant: the one that was named, or all. */
    List<Practice> practices() {
        var all = get(Openings.class).all();
        if (all.isEmpty()) {
            throw Refusal.of("There is no practice in this home yet. Begin with: circlekeeper init --practice "
                    + "practice.json");
        }
        if (common.practice == null) {
            return all;
        }
        var meant = all.stream()
                .filter(practice -> practice.npi().value().equals(common.practice))
                .toList();
        if (meant.isEmpty()) {
            throw Refusal.of("No practice here has the NPI " + common.practice + ". There " + listed(all) + ".");
        }
        return meant;
    }

    /** The one practice meant; {@code npi} tells when nobody named one. */
    Practice practice(@Nullable String npi) {
        var meant = practices().stream()
                .filter(practice -> common.practice != null
                        || npi == null
                        || practice.npi().value().equals(npi))
                .toList();
        if (meant.isEmpty()) {
            throw Refusal.of("No practice here has the NPI " + npi + ". Begin with: circlekeeper init --practice "
                    + "practice.json");
        }
        if (meant.size() > 1) {
            throw Refusal.usage("Say which practice with --practice NPI. There " + listed(meant) + ".");
        }
        return meant.getFirst();
    }

    private static String listed(List<Practice> practices) {
        var names = practices.stream()
                .map(practice -> practice.name() + " (" + practice.npi() + ")")
                .toList();
        return (names.size() == 1 ? "is " : "are ") + String.join(", ", names);
    }

    private Colleague colleague(Practice practice) {
        return get(People.class).inPractice(practice.id()).stream()
                .filter(colleague -> colleague.person().email().equalsIgnoreCase(common.as))
                .filter(colleague -> !colleague.person().disabled())
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of("Nobody with the address " + common.as + " works at " + practice.name() + "."));
    }

    /**
     * Who asks in this practice: the operator of this machine, or the person named if they may. Nobody has signed in,
     * so the trail keeps whose account of this machine speaks for the person, before anything is done and beside all of
     * it.
     */
    Actor actor(Practice practice, Permission needed) {
        if (common.as == null) {
            return operator();
        }
        var person = colleague(practice);
        var hat =
                person.roles().stream().sorted().findFirst().map(Role::onScreen).orElse("nobody");
        var operator = operator();
        var actor = new Actor.Person(person.person().id(), person.person().name(), hat + ", by " + operator.label());
        in(practice, () -> {
            var why = needed.name() + " asked for with --as, without a password";
            get(AuditTrail.class).did(operator, "acts as a person", "person " + actor.id(), why);
            return needed;
        });
        if (!needed.isGivenTo(person.roles())) {
            in(practice, () -> {
                get(AuditTrail.class).refused(actor, "command line", needed.name(), "no permission");
                return needed;
            });
            throw Refusal.of(person.person().name() + " may not do this at " + practice.name() + ". It takes "
                    + String.join(
                            " or ",
                            needed.roles().stream().sorted().map(Role::onScreen).toList()) + ".");
        }
        return actor;
    }

    /** What whoever asks may do in this practice: the operator of this machine everything. */
    Predicate<Permission> allowed(Practice practice) {
        return common.as == null
                ? _ -> true
                : permission -> permission.isGivenTo(colleague(practice).roles());
    }

    static Actor operator() {
        return new Actor.Operator(System.getProperty("user.name", "operator"));
    }

    <T> T in(Practice practice, Supplier<T> work) {
        return get(PracticeScope.class).in(practice.id(), work);
    }

    /** Leaves a row of what was shown or done, for commands whose facade leaves none. */
    void note(Practice practice, Actor actor, String what) {
        in(practice, () -> {
            get(AuditTrail.class).did(actor, what, "command line", "asked for at the command line");
            return what;
        });
    }

    @Override
    public void close() {
        patience.close();
        context.close();
    }
}
