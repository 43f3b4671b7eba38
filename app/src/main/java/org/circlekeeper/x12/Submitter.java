package org.circlekeeper.x12;

import org.circlekeeper.terms.Phone;

/** Who hands in the file and whom to ring about it (loop 1000A); {@code id} is what the receiver gave (NM109). */
public record Submitter(String name, String id, String contactName, Phone contactPhone) {

    public Submitter {
        Refuse.text(name, "The name of the submitter");
        Refuse.foreignPartyId(id, "The id of the submitter");
        Refuse.text(contactName, "The contact of the submitter");
    }
}
