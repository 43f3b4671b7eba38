package org.circlekeeper.practice;

import java.util.UUID;
import org.circlekeeper.payers.Program;

/**
 * Whoever pays: a plan as the practice's clearinghouse knows it.
 *
 * @param payerId the payer id of X12 (2010BB NM109)
 * @param filingCode the claim filing indicator of X12 (2000B SBR09), as in {@code MB} for Medicare Part B
 */
public record Payer(UUID id, String name, String payerId, String filingCode) {

    /** The one program it stands for; whoever runs two has two payer ids, and is two payers here. */
    public Program program() {
        return Program.of(filingCode);
    }
}
