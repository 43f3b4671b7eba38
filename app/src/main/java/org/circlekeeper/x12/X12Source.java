package org.circlekeeper.x12;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read from its beginning more than once. */
@FunctionalInterface
public interface X12Source {

    InputStream open() throws IOException;
}
