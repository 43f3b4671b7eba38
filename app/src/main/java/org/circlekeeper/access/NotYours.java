package org.circlekeeper.access;

/**
 * Somebody who signed in asked for what is not theirs. The frame answers with the page for it and writes the refusal
 * into the audit trail, in a transaction after the one that this ends.
 */
public class NotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final boolean elsewhere;

    public NotYours(Permission needed) {
        super("needs " + needed.name());
        this.elsewhere = false;
    }

    private NotYours(String why) {
        super(why);
        this.elsewhere = true;
    }

    /** The role would do; the record belongs to no group that this person leads, or is not there at all. */
    public static NotYours ofAnotherLeader(Permission permission) {
        return new NotYours(permission.name() + " holds for the groups they lead");
    }

    /** Whether it was for want of the group, and not of the role. */
    public boolean isAnotherLeaders() {
        return elsewhere;
    }

    /** As the audit trail says it. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
