package org.circlekeeper.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import org.circlekeeper.access.KnownPractice;
import org.circlekeeper.access.People;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.Account;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.PortalSignIns;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo as it stands: set once with the story, and set back to its beginning whenever somebody asks. */
@Component
@Profile("demo")
public class Stage {

    private final Story story;
    private final PhotographStore photograph;
    private final MovableClock clock;
    private final People people;
    private final SignIns signIns;
    private final PracticeScope scope;
    private final Patients patients;
    private final Accounts accounts;
    private final Proxies proxies;
    private final PortalSignIns portal;
    private final Path outbox;
    private final Path told;
    private volatile List<PracticeId> practices = List.of();

    Stage(
            Story story,
            PhotographStore photograph,
            MovableClock clock,
            People people,
            SignIns signIns,
            PracticeScope scope,
            Patients patients,
            Accounts accounts,
            Proxies proxies,
            PortalSignIns portal,
            Home home) {
        this.story = story;
        this.photograph = photograph;
        this.clock = clock;
        this.people = people;
        this.signIns = signIns;
        this.scope = scope;
        this.patients = patients;
        this.accounts = accounts;
        this.proxies = proxies;
        this.portal = portal;
        this.outbox = home.outbox();
        this.told = home.resolve("story-told");
    }

    /** Tells the story, unless a kept demo comes back and has it already. */
    public void set() {
        var dana = people.withEmail(email(Persona.DANA));
        if (dana.isEmpty()) {
            sweep(FileTime.fromMillis(0));
            var told = story.tell();
            practices = List.of(told.willowHouse(), told.harborLane());
            photograph.take(ids());
            remember();
        } else {
            practices = people.withEmail(email(Persona.INES)).stream()
                    .flatMap(ines -> people.practicesOf(ines.id()).stream())
                    .sorted(Comparator.comparing(KnownPractice::name).reversed())
                    .map(KnownPractice::id)
                    .toList();
            backToTheBeginning();
        }
    }

    /** Monday, eight o'clock, as if nothing had happened. */
    public void backToTheBeginning() {
        photograph.putBack(ids());
        sweep(toldAt());
        clock.moveTo(Story.BEGINS);
    }

    /** The practices on the stage, the larger one first. */
    public List<PracticeId> practices() {
        return practices;
    }

    public PersonId person(Persona persona) {
        return people.withEmail(email(persona)).orElseThrow().id();
    }

    /** Signs somebody in without a word. Returns what the cookie carries. */
    public String be(Persona persona) {
        return signIns.begin(person(persona), practices.getFirst());
    }

    /** The same for the members' own pages. */
    public String be(Guest guest) {
        var practice = practices.getFirst();
        return scope.in(
                practice, () -> portal.begin(practice, account(guest), PortalSignIns.Way.LINK_AND_CODE, "demo"));
    }

    private Account account(Guest guest) {
        return switch (guest) {
            case SAM -> accounts.ofMember(called(WhoComesIn.SAM)).orElseThrow();
            case LENA ->
                proxies.of(called("Alma Reyes")).stream()
                        .findFirst()
                        .flatMap(proxy -> accounts.find(proxy.account()))
                        .orElseThrow();
        };
    }

    private PatientId called(String name) {
        return patients.search(name).getFirst().id();
    }

    private List<String> ids() {
        return practices.stream().map(PracticeId::toString).toList();
    }

    private static String email(Persona persona) {
        return Cast.willowHouse().called(persona.firstName()).email();
    }

    private void remember() {
        try {
            Files.writeString(told, "The story was told; what the outbox holds beyond this moment came after it.");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private FileTime toldAt() {
        try {
            return Files.getLastModifiedTime(told);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Takes away files that left since: their control numbers will be given again. */
    private void sweep(FileTime since) {
        try (var files = Files.walk(outbox)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(since) > 0) {
                    Files.delete(file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
