package org.circlekeeper.audit;

import java.util.UUID;
import org.circlekeeper.terms.PersonId;

/** Who acts. Whatever writes takes one as a parameter. */
public sealed interface Actor {

    /** As the journal and the audit trail print it. */
    String label();

    /** What kind it is, as the audit trail keeps it: person, duty, operator or member. */
    String kind();

    /** A person who signed in, wearing one hat. */
    record Person(PersonId id, String label, String hat) implements Actor {
        @Override
        public String kind() {
            return "person";
        }
    }

    /** The assistant, in one of its duties. */
    record Duty(String id) implements Actor {
        @Override
        public String label() {
            return "Circlekeeper";
        }

        @Override
        public String kind() {
            return "duty";
        }
    }

    /** Whoever works the command line of this machine. */
    record Operator(String account) implements Actor {
        @Override
        public String label() {
            return account + " (command line)";
        }

        @Override
        public String kind() {
            return "operator";
        }
    }

    /** Whoever signed in to the members' own pages: a member, or somebody who acts for one. */
    record Member(UUID account, String label) implements Actor {
        @Override
        public String kind() {
            return "member";
        }
    }
}
