package org.circlekeeper.x12;

import java.io.IOException;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;

/** Names and addresses, which every loop of an 837P writes alike; longer ones are cut to what the guide allows. */
final class PartySegments {

    private final SegmentWriter out;

    PartySegments(SegmentWriter out) {
        this.out = out;
    }

    void person(String entity, PersonName name, String qualifier, String id) throws IOException {
        names(entity, name);
        out.empty(2).code(qualifier).text(id, 80).end();
    }

    /** A patient who is not the subscriber has no number: that of the plan's owner stands above. */
    void person(String entity, PersonName name) throws IOException {
        names(entity, name);
        out.end();
    }

    void organization(String entity, String name, String qualifier, String id) throws IOException {
        out.begin("NM1")
                .code(entity)
                .code('2')
                .text(name, 60)
                .empty(4)
                .code(qualifier)
                .text(id, 80)
                .end();
    }

    void organization(String entity, String name) throws IOException {
        out.begin("NM1").code(entity).code('2').text(name, 60).end();
    }

    void address(PostalAddress address) throws IOException {
        out.begin("N3").text(address.line(), 55).text(address.line2(), 55).end();
        out.begin("N4")
                .text(address.city(), 30)
                .code(address.state())
                .code(address.zip())
                .end();
    }

    private void names(String entity, PersonName name) throws IOException {
        out.begin("NM1")
                .code(entity)
                .code('1')
                .text(name.last(), 60)
                .text(name.first(), 35)
                .text(name.middle(), 25);
    }
}
