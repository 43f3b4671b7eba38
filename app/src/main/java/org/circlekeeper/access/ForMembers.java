package org.circlekeeper.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route of the members' own pages, beneath {@code /portal}: for whoever signed in there and may see that part. No
 * staff sign-in opens it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForMembers {
    MemberPart value();
}
