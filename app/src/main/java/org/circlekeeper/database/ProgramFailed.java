package org.circlekeeper.database;

import java.io.IOException;

/** A program of PostgreSQL ended badly; it is caught where its words are made into a sentence. */
final class ProgramFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final String program;
    private final String said;

    ProgramFailed(String program, String said) {
        super("PostgreSQL's " + program + " failed. It said: " + said.strip());
        this.program = program;
        this.said = said;
    }

    String said() {
        return said;
    }

    ProgramFailed and(String more) {
        return new ProgramFailed(program, said + more);
    }
}
