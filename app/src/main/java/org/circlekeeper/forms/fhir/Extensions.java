package org.circlekeeper.forms.fhir;

/** The extensions that a questionnaire carries here: our own, and the one of FHIR for scores. */
final class Extensions {

    private static final String OURS = "https://circlekeeper.example/fhir/";

    /** On the whole: valueCode questionnaire or document. */
    static final String KIND = OURS + "kind";

    /** On the whole, repeated: a name for sums of scores, with from, to and label. */
    static final String BAND = OURS + "band";

    /** On a boolean: it is a clause, and true says that it was initialled. */
    static final String INITIALS = OURS + "initials";

    /** On a choice: an answer with a score above nought raises the crisis text. */
    static final String CRISIS = OURS + "crisis";

    /** On a question: a sentence below it. */
    static final String HELP = OURS + "help";

    /** On an answer to choose: its score (FHIR R4, ordinalValue). */
    static final String SCORE = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    private Extensions() {}
}
