package org.circlekeeper.claims;

import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** The page that lists everything billing may find. */
class FindingsPageTest {

    @Test
    void the_page_is_the_list_in_the_code() {
        var page = new StringBuilder("""
                # What holds a claim

                Written from the code by a test. A finding *always holds* for every payer; past one that *holds by
                rule* a
                named person may file, with a reason; one that *cannot be billed* leaves nothing to write a claim of.

                | code | | what it means | what settles it | where it stands |
                |---|---|---|---|---|
                """);
        for (var code : FindingCode.values()) {
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(code.code(), kind(code.kind()), code.meaning(), code.remedy(), code.source()));
        }
        Generated.assertMatches("findings.md", page.toString());
    }

    private static String kind(FindingCode.Kind kind) {
        return switch (kind) {
            case ALWAYS -> "always holds";
            case BY_RULE -> "holds by rule";
            case UNBILLABLE -> "cannot be billed";
            case WARNING -> "is told";
        };
    }
}
