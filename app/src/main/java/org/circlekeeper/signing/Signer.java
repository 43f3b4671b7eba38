package org.circlekeeper.signing;

import java.util.UUID;

/**
 * Who signs: the patient, or somebody who may act for them.
 *
 * @param id of the patient; of anybody else the id by which they sign in
 * @param name as it is known here, in whatever script
 */
public record Signer(UUID id, String name) {

    public Signer {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A signer has a name");
        }
    }
}
