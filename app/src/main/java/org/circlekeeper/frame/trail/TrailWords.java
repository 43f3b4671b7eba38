package org.circlekeeper.frame.trail;

import java.util.Locale;
import java.util.Map;
import org.circlekeeper.audit.AuditEntry;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;

/** Says an entry of the audit trail as a person would: names for people, links for groups and sessions. Pure. */
final class TrailWords {

    private static final Map<String, String> PAGES = Map.of(
            "group", "/groups/",
            "session", "/sessions/",
            "batch", "/batches/",
            "claim", "/claims/",
            "payer", "/payers/",
            "patient", "/patients/");

    private static final Map<String, String> CALLED =
            Map.of("batch", "a claims file", "claim", "a claim", "payer", "a payer", "patient", "a member");

    /** What recurring work is called once it is done; the trail keeps its name in the program. */
    private static final Map<String, String> WORK = Map.of(
            "plan-sessions", "filled the calendar",
            "prepare-claims", "prepared claims",
            "file-claims", "filed claims");

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private TrailWords() {}

    /** What an entry is about, and the page of it when there is one. */
    public record About(String says, @Nullable String href) {}

    /** The names are those of the practice's people, by id. */
    static About about(AuditEntry entry, Map<String, String> names) {
        if (entry.subject().isEmpty()) {
            return new About(Words.count(entry.patients().size(), "record", "records"), null);
        }
        var words = entry.subject().split("[ :]", 3);
        if (words.length < 2) {
            return new About(entry.subject(), null);
        }
        if (words[0].equals("person") && names.containsKey(words[1])) {
            return new About(names.get(words[1]), null);
        }
        var page = PAGES.get(words[0]);
        return page != null && words[1].matches(ID)
                ? new About(CALLED.getOrDefault(words[0], "a " + words[0]), page + words[1])
                : new About(WORK.containsKey(entry.what()) ? words[0] + " " + words[1] : entry.subject(), null);
    }

    static String what(AuditEntry entry) {
        return WORK.getOrDefault(entry.what(), entry.what())
                .replace("asked for GET ", "asked to see ")
                .replace("asked for POST ", "asked to change ");
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
