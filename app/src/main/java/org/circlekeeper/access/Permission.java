package org.circlekeeper.access;

import static org.circlekeeper.access.Role.BILLER;
import static org.circlekeeper.access.Role.COMPLIANCE;
import static org.circlekeeper.access.Role.COORDINATOR;
import static org.circlekeeper.access.Role.OWNER;
import static org.circlekeeper.access.Role.THERAPIST;

import java.util.EnumSet;
import java.util.Set;

/** One thing that a role may do. What no permission names, nobody may (I18). */
public enum Permission {
    SEE_TODAY(OWNER, THERAPIST, BILLER, COORDINATOR, COMPLIANCE),
    SEE_JOURNAL(OWNER, BILLER, COORDINATOR, COMPLIANCE),
    ANSWER_QUESTIONS(OWNER, BILLER, COORDINATOR),
    SEE_WHOLE_PRACTICE(OWNER, BILLER, COORDINATOR, COMPLIANCE),
    SEE_GROUPS(OWNER, THERAPIST, BILLER, COORDINATOR, COMPLIANCE),
    KEEP_GROUPS(OWNER, COORDINATOR),
    SEE_CALENDAR(OWNER, THERAPIST, BILLER, COORDINATOR, COMPLIANCE),
    KEEP_CALENDAR(OWNER, COORDINATOR),
    SEE_WAITLIST(OWNER, THERAPIST, COORDINATOR, COMPLIANCE),
    KEEP_WAITLIST(OWNER, COORDINATOR),
    DECIDE_FIT(OWNER, THERAPIST),
    MAKE_CALLS(OWNER, THERAPIST, COORDINATOR),
    WRITE_MESSAGES(THERAPIST, BILLER, COORDINATOR),
    ANSWER_ALARMS(THERAPIST),
    SEE_ATTENDANCE(OWNER, THERAPIST, BILLER, COORDINATOR, COMPLIANCE),
    TAKE_ATTENDANCE(OWNER, THERAPIST),
    SIGN_NOTES(OWNER, THERAPIST),
    SEE_PATIENTS(OWNER, THERAPIST, BILLER, COORDINATOR, COMPLIANCE),
    KEEP_PATIENTS(OWNER, COORDINATOR),
    KEEP_CHARTS(OWNER, THERAPIST, COORDINATOR),
    KEEP_COVERAGE(OWNER, BILLER, COORDINATOR),
    SEE_CLAIMS(OWNER, BILLER, COORDINATOR, COMPLIANCE),
    RELEASE_CLAIMS(OWNER, BILLER),
    IMPORT(OWNER, COORDINATOR),
    KEEP_PEOPLE(OWNER),
    SEE_PAYERS(OWNER, BILLER, COORDINATOR, COMPLIANCE),
    KEEP_PAYERS(OWNER, BILLER),
    KEEP_SETTINGS(OWNER),
    SEE_AUDIT(OWNER, COMPLIANCE),
    EXPORT_EVERYTHING(OWNER);

    private final Set<Role> roles;

    Permission(Role first, Role... others) {
        this.roles = EnumSet.of(first, others);
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public boolean isGivenTo(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
