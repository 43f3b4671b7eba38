package org.circlekeeper.frame.trail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.audit.AuditEntry;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;

/** Says an entry of the audit trail as a person would: names for people, links for groups and sessions. Pure. */
final class TrailWords {

    private static final Set<String> PAGES = Set.of("group", "session");

    private TrailWords() {}

    /** What an entry is about, and the page of it when there is one. */
    public record About(String says, @Nullable String href) {}

    /** The names are those of the practice's people, by id. */
    static About about(AuditEntry entry, Map<String, String> names) {
        if (entry.subject().isEmpty()) {
            return new About(Words.count(entry.patients().size(), "record", "records"), null);
        }
        var words = entry.subject().split(" ", 2);
        if (words.length < 2) {
            return new About(entry.subject(), null);
        }
        if (words[0].equals("person") && names.containsKey(words[1])) {
            return new About(names.get(words[1]), null);
        }
        return PAGES.contains(words[0])
                ? new About("a " + words[0], "/" + words[0] + "s/" + words[1])
                : new About(entry.subject(), null);
    }

    static String what(AuditEntry entry) {
        return entry.what().replace("asked for GET ", "asked to see ").replace("asked for POST ", "asked to change ");
    }

    /** A permission by its name in the program becomes words. */
    static String why(AuditEntry entry) {
        if (entry.why().isEmpty()) {
            return "–";
        }
        return entry.why().matches("needs [A-Z_]+")
                ? "the role does not include: "
                        + entry.why().substring(6).toLowerCase(Locale.ROOT).replace('_', ' ')
                : entry.why();
    }
}
