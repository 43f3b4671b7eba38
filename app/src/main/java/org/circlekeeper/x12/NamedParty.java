package org.circlekeeper.x12;

/**
 * A person or an organization as an NM1 names it; what the sender left out is empty.
 *
 * @param entity NM101: PR payer, 1P provider, IL subscriber, 03 dependent, …
 * @param last NM103: the last name of a person, the whole name of an organization
 * @param idQualifier NM108: MI member id, PI payer id, XX NPI, …
 */
public record NamedParty(
        String entity, boolean person, String last, String first, String middle, String idQualifier, String id) {

    public static final NamedParty NOBODY = new NamedParty("", false, "", "", "", "", "");

    public static NamedParty of(Segment nm1) {
        return new NamedParty(
                nm1.element(1),
                nm1.element(2).equals("1"),
                nm1.element(3),
                nm1.element(4),
                nm1.element(5),
                nm1.element(8),
                nm1.element(9));
    }

    /** In reading order; empty where no name is told. */
    public String name() {
        return (first + " " + middle + " " + last).strip().replaceAll("\\s+", " ");
    }

    /** The name, or the id where no name is told. */
    public String nameOrId() {
        var name = name();
        return name.isEmpty() ? id : name;
    }
}
