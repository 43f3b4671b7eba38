package org.circlekeeper.access;

/** Where whoever has not signed in is sent. Without a bean of this it is the sign-in page; the demo has its own door. */
public interface Door {

    String PLAIN = "/sign-in";

    /** An address of this program that is open to everyone. */
    String href();
}
