package org.circlekeeper.x12;

/** How a file of X12 ended, known when it has been read to its end. Whatever is not whole is posted nowhere. */
public sealed interface X12Ending {

    /** What a person is told. */
    String sentence();

    /** Every envelope is closed, and its counts and control numbers agree. */
    record Whole(long interchanges, long segments) implements X12Ending {
        @Override
        public String sentence() {
            return "The file is whole: " + interchanges + (interchanges == 1 ? " interchange, " : " interchanges, ")
                    + segments + " segments.";
        }
    }

    /** Every envelope is closed, but a count or control number in it is wrong. */
    record Miscounted(String sentence) implements X12Ending {}

    record Empty() implements X12Ending {
        @Override
        public String sentence() {
            return "The file is empty. Fetch it again.";
        }
    }

    record NotX12() implements X12Ending {
        @Override
        public String sentence() {
            return "The file is not X12: it does not begin with an ISA segment. It may be a web page or a report.";
        }
    }

    /** An ISA, and what it declares cannot hold segments, elements and components apart. */
    record NoDelimiters() implements X12Ending {
        @Override
        public String sentence() {
            return "The ISA segment names no usable delimiters: segments and elements cannot be told apart. "
                    + "Ask whoever sent it for another.";
        }
    }

    record IsaAlone() implements X12Ending {
        @Override
        public String sentence() {
            return "The file holds an ISA segment and nothing after it. Fetch it again.";
        }
    }

    /** The file stops before its envelopes are closed. */
    record CutOff(String sentence) implements X12Ending {}
}
