package org.circlekeeper.signing;

import java.util.stream.Stream;

/** What is agreed to by signing. */
public sealed interface What {

    /** What the paper says. */
    record Paper() implements What {}

    /**
     * That papers may be given and signed electronically, after having been told (15 USC 7001(c)(1)).
     *
     * @param paperOption that paper may be had instead, and how (B)(i)(I), (B)(iv)
     * @param withdrawal how to take it back, and what follows (B)(i)(II), (B)(iii)
     * @param needed which devices and programs are needed to read and keep what comes (C)(i)
     * @param scope which papers it is about (B)(ii)
     */
    record ElectronicBusiness(String paperOption, String withdrawal, String needed, String scope) implements What {

        public ElectronicBusiness {
            if (Stream.of(paperOption, withdrawal, needed, scope).anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("Whoever agrees to electronic papers is told all four things first");
            }
        }
    }

    default String code() {
        return switch (this) {
            case Paper _ -> "PAPER";
            case ElectronicBusiness _ -> "ELECTRONIC_BUSINESS";
        };
    }
}
