package org.circlekeeper.movein;

/** Offers a folder of exports to try the import with. Whoever has one to offer declares a bean of this. */
public interface SampleFolder {

    Drop drop();
}
