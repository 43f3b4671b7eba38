package org.circlekeeper.sandbox;

import java.io.IOException;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.NamedPerson;
import org.circlekeeper.x12.SegmentWriter;

/** Names people and organizations as the question named them. */
record PartyLines(SegmentWriter out) {

    void name(String entity, NamedParty party) throws IOException {
        out.begin("NM1").code(entity).code(party.person() ? '1' : '2').text(party.last(), 60);
        out.text(party.first(), 35).text(party.middle(), 25).empty(2);
        out.text(party.id().isEmpty() ? "" : party.idQualifier(), 2)
                .text(party.id(), 80)
                .end();
    }

    void demographics(NamedPerson person) throws IOException {
        if (person.birthDate() != null) {
            out.begin("DMG")
                    .code("D8")
                    .day(person.birthDate())
                    .text(person.sex(), 1)
                    .end();
        }
    }
}
