package org.circlekeeper.access;

/** Where whoever has not signed in is sent: the sign-in page, unless a bean of this says otherwise. */
public interface Door {

    String PLAIN = "/sign-in";

    /** An address of this program that is open to everyone. */
    String href();
}
