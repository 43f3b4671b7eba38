package org.circlekeeper.movein.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.movein.read.Credentials;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;

/** Whom a file means by the name of a clinician. */
final class Leaders {

    private final Map<String, Set<Npi>> called = new HashMap<>();
    private final Map<Npi, String> names = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> withoutNpi = new HashSet<>();

    /** What became of a name. */
    sealed interface Meant {
        /** One clinician. {@code beside} are those named behind the first. */
        record One(Npi npi, boolean beside) implements Meant {}

        /** Nobody, or more than one; the sentence follows the row's own name. */
        record NotOne(String why) implements Meant {}
    }

    void know(Practitioner practitioner) {
        know(practitioner.name(), practitioner.credential(), practitioner.npi());
    }

    void know(PersonName name, String credential, Npi npi) {
        for (var text : List.of(name.toString(), name.first() + " " + name.last(), npi.value())) {
            call(text, npi);
            call(text + " " + credential, npi);
        }
        call(name.last() + " " + name.first(), npi);
        call(name.last() + " " + name.first() + " " + credential, npi);
        call(name.last() + " " + name.first() + " " + name.middle(), npi);
        names.put(npi, name.toString());
    }

    private void call(String text, Npi npi) {
        called.computeIfAbsent(plain(text), _ -> new LinkedHashSet<>()).add(npi);
    }

    /** Somebody whose own row is refused is not thereby unknown. */
    void refuse(String name) {
        refused.add(plain(name));
    }

    /** Somebody of the staff who has no NPI. */
    void leaveAside(String name) {
        withoutNpi.add(plain(name));
    }

    /** A name in either order, with or without a credential or a title; of several, the first leads. */
    Meant meant(String text) {
        var found = find(text);
        if (found.isEmpty()) {
            var parts = text.split("\\s*[,;/&+\\n]\\s*|\\s+(?i:and|with)\\s+");
            var several = new LinkedHashSet<Npi>();
            for (var part : parts) {
                several.addAll(find(part));
            }
            found = several.isEmpty() ? several : find(parts[0]);
            if (found.size() == 1) {
                return new Meant.One(found.iterator().next(), several.size() > 1);
            }
        }
        return found.size() == 1 ? new Meant.One(found.iterator().next(), false) : new Meant.NotOne(why(text, found));
    }

    private String why(String text, Collection<Npi> found) {
        if (found.size() > 1) {
            return " names " + text + ", and " + found.size() + " clinicians are called so. Write the NPI of the one "
                    + "meant in its place";
        }
        if (withoutNpi.contains(plain(text))) {
            return " names a clinician who has no NPI in staff.csv. Fill it in, and import again";
        }
        return refused.contains(plain(text))
                ? " names a clinician whose own row in staff.csv is refused. Correct that row first"
                : " names a clinician who is neither in staff.csv nor in the practice. Add the clinician, and import "
                        + "again";
    }

    /** By the name as it stands, or without credentials that the practice has not written down. */
    private Set<Npi> find(String text) {
        var found = called.getOrDefault(plain(text), Set.of());
        return found.isEmpty() ? called.getOrDefault(plain(Credentials.without(text)), Set.of()) : found;
    }

    String name(Npi npi) {
        return names.getOrDefault(npi, npi.value());
    }

    private static String plain(String text) {
        return Known.Someone.plain(text.replaceFirst("(?i)^\\s*(dr|mr|mrs|ms|prof)\\b\\.?\\s*", "")
                .replace('.', ' ')
                .replace(',', ' '));
    }
}
