package org.circlekeeper.frame;

import org.circlekeeper.access.SignedIn;

/** Asked of the features whenever the menu is shown: how many things wait behind one of its entries. */
public interface MenuMark {

    /** The entry's address. Nobody is asked for whoever does not have it in their menu. */
    String href();

    long count(SignedIn who);
}
