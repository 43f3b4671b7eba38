package org.circlekeeper.eligibility;

import java.io.IOException;
import org.circlekeeper.sandbox.Dialect;
import org.circlekeeper.sandbox.SandboxPayer;
import org.circlekeeper.sandbox.Scenarios;

/** What the sandbox payer sends back. */
final class SandboxReplies {

    private SandboxReplies() {}

    /** The first file of a kind (271, 999) that answers a file of questions. */
    static byte[] to(byte[] questions, String kind) {
        try {
            return new SandboxPayer(Scenarios.none(), Dialect.WAYSTAR)
                    .answer(questions).stream()
                            .filter(reply -> reply.ending().equals(kind))
                            .findFirst()
                            .orElseThrow()
                            .bytes();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
