package org.circlekeeper.signing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known when somebody presses the button.
 *
 * @param patient whether there is such a patient in this practice
 * @param staff whether it is the practice that acts, and not the signer
 * @param agrees whether the signer has agreed to electronic papers and not taken it back
 * @param authority whether the document that a representative relies on is on the patient's record
 * @param live the paper as it stands, when some of it was signed or refused before
 * @param words what two guardians have said about it so far
 */
record Known(
        boolean patient,
        boolean staff,
        boolean agrees,
        boolean authority,
        Optional<Signature> live,
        Map<UUID, Guardians.Word> words) {}
