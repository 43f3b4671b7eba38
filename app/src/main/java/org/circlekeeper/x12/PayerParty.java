package org.circlekeeper.x12;

/** The payer as the claim names it (loop 2010BB); the id is the one its clearinghouse knows. */
public record PayerParty(String name, String payerId) {

    public PayerParty {
        Refuse.text(name, "The name of the payer");
        Refuse.foreignPartyId(payerId, "The payer id");
    }
}
