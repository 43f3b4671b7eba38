package org.circlekeeper.database;

/** What a process does in a home. */
public enum HomeUse {
    /** Serves pages: the only one of its kind in the home. */
    SERVE,
    /** Does one thing and ends, beside a server or without. */
    COMMAND,
    /** Serves the demo, in a home that is thrown away. */
    DEMO
}
