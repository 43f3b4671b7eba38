package org.circlekeeper.signing;

import org.circlekeeper.terms.Sha256;

/** What somebody had before them when they signed: the paper to the byte, and what was filled in, as JSON. */
record Shown(byte[] bytes, String fields) {

    String sha256() {
        return Sha256.hex(bytes);
    }

    String fieldsSha256() {
        return Sha256.hex(fields);
    }
}
