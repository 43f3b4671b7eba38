package org.circlekeeper.movein;

/** What an import adds elsewhere. */
enum Added {
    PATIENT,
    COVERAGE,
    CONSENT,
    GROUP,
    SERIES,
    SESSION,
    /** Seats on a session that was planned here before. */
    SEATS,
    MEMBERSHIP,
    /** Groups that were here before, and that it put under 42 CFR Part 2. */
    PART2
}
