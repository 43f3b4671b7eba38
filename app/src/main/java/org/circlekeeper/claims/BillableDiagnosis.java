package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.DiagnosisCode;

/**
 * Whether a diagnosis code may stand on a claim of a day, as far as its shape and the known splits of the mental-health
 * chapter tell (ICD-10-CM tabular list; changes come into force on 1 October).
 */
final class BillableDiagnosis {

    /** Three characters are enough for these of chapter F; every other three-character code is a heading. */
    private static final Set<String> WHOLE = Set.of(
            "F04", "F05", "F09", "F21", "F22", "F23", "F24", "F28", "F29", "F39", "F54", "F59", "F66", "F69", "F70",
            "F71", "F72", "F73", "F79", "F82", "F88", "F89", "F99");

    /** Headings of five characters, the dementias', and those of R and Z that group therapy meets. */
    private static final Pattern MORE_HEADINGS = Pattern.compile("""
            F1[0-689]\\.[129][258] | F1[039]\\.[129]3 | F17\\.2[0129]
            | F0[123]\\.[ABC]1? | F01\\.51? | F02\\.81? | F03\\.91?
            | F40\\.2[1-49] | F78\\.A
            | R4[013-9] | R45\\.85?
            | Z(5[5-9]|6[0-5]|69|7[0-3]|91) | Z62\\.8[129]? | Z63\\.7 | Z72\\.(5|81?)
            """, Pattern.COMMENTS);

    /** Headings of four characters that have codes beneath them. */
    private static final Set<String> HEADINGS = Set.of(
            "F06.3", "F06.7", "F07.8", "F10.1", "F10.2", "F10.9", "F11.1", "F11.2", "F11.9", "F12.1", "F12.2", "F12.9",
            "F13.1", "F13.2", "F13.9", "F14.1", "F14.2", "F14.9", "F15.1", "F15.2", "F15.9", "F16.1", "F16.2", "F16.9",
            "F17.2", "F18.1", "F18.2", "F18.9", "F19.1", "F19.2", "F19.9", "F20.8", "F30.1", "F31.1", "F31.3", "F31.6",
            "F31.7", "F31.8", "F32.8", "F33.4", "F34.8", "F40.0", "F40.1", "F40.2", "F43.1", "F43.2", "F44.8", "F45.2",
            "F45.4", "F50.0", "F50.8", "F51.0", "F51.1", "F52.2", "F52.3", "F60.8", "F63.8", "F65.5", "F65.8", "F68.1",
            "F80.8", "F81.8", "F98.2");

    /** Headings since a day, or codes that began on one. */
    private static final Map<String, LocalDate> HEADING_SINCE = Map.of(
            "F43.8", LocalDate.of(2022, 10, 1),
            "F50.01", LocalDate.of(2024, 10, 1),
            "F50.02", LocalDate.of(2024, 10, 1),
            "F50.2", LocalDate.of(2024, 10, 1),
            "F50.81", LocalDate.of(2024, 10, 1));

    private static final Map<String, LocalDate> CODE_SINCE = Map.of(
            "F32.A", LocalDate.of(2021, 10, 1),
            "F43.81", LocalDate.of(2022, 10, 1),
            "F43.89", LocalDate.of(2022, 10, 1));

    /** The eating disorders by their severity. */
    private static final Pattern SINCE_2024 = Pattern.compile("F50\\.(0[12]\\d|2\\d|81\\d|83|84)");

    private BillableDiagnosis() {}

    /** Chapter XX says how it happened, never what it is (ICD-10-CM official guidelines I.C.20.a.6). */
    static boolean isExternalCause(String code) {
        return DiagnosisCode.isValid(code) && "VWXY".indexOf(code.charAt(0)) >= 0;
    }

    /** The sentence that says why not; empty when nothing is known against it. */
    static Optional<String> refusal(String code, LocalDate day) {
        if (!DiagnosisCode.isValid(code)) {
            return Optional.of(code + " is not the shape of an ICD-10-CM code.");
        }
        boolean heading = code.startsWith("F") && code.length() == 3 && !WHOLE.contains(code)
                || HEADINGS.contains(code)
                || MORE_HEADINGS.matcher(code).matches()
                || HEADING_SINCE.containsKey(code) && !day.isBefore(HEADING_SINCE.get(code));
        if (heading) {
            return Optional.of(code + " is a heading: payers want the code beneath it.");
        }
        var since = SINCE_2024.matcher(code).matches() ? LocalDate.of(2024, 10, 1) : CODE_SINCE.get(code);
        return since != null && day.isBefore(since)
                ? Optional.of(code + " came into force on " + Words.day(since) + ", after the visit.")
                : Optional.empty();
    }
}
