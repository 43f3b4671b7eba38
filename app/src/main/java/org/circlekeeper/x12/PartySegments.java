package org.circlekeeper.x12;

import java.io.IOException;
import java.util.regex.Pattern;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;

/** Names and addresses, which every loop of an 837P writes alike; longer ones are cut to what the guide allows. */
public final class PartySegments {

    private static final Pattern SUFFIXED =
            Pattern.compile("(.*[^\\s,])[\\s,]+(jr|sr|ii|iii|iv)\\.?", Pattern.CASE_INSENSITIVE);

    private final SegmentWriter out;

    public PartySegments(SegmentWriter out) {
        this.out = out;
    }

    public void person(String entity, PersonName name, String qualifier, String id) throws IOException {
        names(entity, name);
        out.code(qualifier).text(id, 80).end();
    }

    /** A patient who is not the subscriber has no number: that of the plan's owner stands above. */
    public void person(String entity, PersonName name) throws IOException {
        names(entity, name);
        out.end();
    }

    public void organization(String entity, String name, String qualifier, String id) throws IOException {
        out.begin("NM1")
                .code(entity)
                .code('2')
                .text(name, 60)
                .empty(4)
                .code(qualifier)
                .text(id, 80)
                .end();
    }

    public void organization(String entity, String name) throws IOException {
        out.begin("NM1").code(entity).code('2').text(name, 60).end();
    }

    public void address(PostalAddress address) throws IOException {
        out.begin("N3").text(address.line(), 55).text(address.line2(), 55).end();
        out.begin("N4")
                .text(address.city(), 30)
                .code(address.state())
                .code(address.zip())
                .end();
    }

    /** Payers look people up by last name: what stands behind it has an element of its own (NM107). */
    private void names(String entity, PersonName name) throws IOException {
        var last = name.last();
        var suffix = "";
        if (last.indexOf(' ') > 0 || last.indexOf(',') > 0) {
            var parts = SUFFIXED.matcher(last);
            if (parts.matches()) {
                last = parts.group(1);
                suffix = parts.group(2);
            }
        }
        out.begin("NM1").code(entity).code('1').text(last, 60);
        out.text(name.first(), 35).text(name.middle(), 25).empty(1).text(suffix, 10);
    }
}
