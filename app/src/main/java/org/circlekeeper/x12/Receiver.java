package org.circlekeeper.x12;

/** Who takes the file in: a clearinghouse, or a payer itself (loop 1000B). */
public record Receiver(String name, String id) {

    public Receiver {
        Refuse.text(name, "The name of the receiver");
        Refuse.foreignPartyId(id, "The id of the receiver");
    }
}
