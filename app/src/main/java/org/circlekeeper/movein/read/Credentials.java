package org.circlekeeper.movein.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Letters that a clinician writes behind a name: degrees and licences, with or without dots and hyphens. */
public final class Credentials {

    private static final Set<String> KNOWN = Set.of(("""
            ACSW AMFT APCC APRN ARNP ASW ATR ATRBC BA BCBA BCD BS BSN BSW CAC CADC CADCI CADCII CADCIII CAP CASAC CCMHC
            CCTP CGP CMHC CNS CPNP CRC CRNP CSAC CSW CSWA DMFT DMIN DNP DO DSW EDD EDM EDS FNP LAC LADAC LADC LAMFT LAPC
            LBSW LCAC LCADC LCAS LCAT LCDC LCMFT LCMHC LCMHCA LCMHCS LCMSW LCP LCPC LCSW LCSWA LCSWC LCSWR LGPC LGSW
            LICSW LIMHP LISW LISWCP LISWS LLMSW LLP LLPC LMFT LMFTA LMHC LMHCA LMHP LMSW LP LPC LPCA LPCC LPCCS LPCMH
            LPCMHSP LPCS LPN LSCSW LSW LSWAIC MA MAC MBA MD MDIV MED MFT MFTI MHC MHS MPH MS MSED MSN MSSW MSW NCC NP
            PA PAC PHD PLPC PMHNP PMHNPBC PSYD QMHP RDT RN RPT SUDP""").trim().split("\\s+"));

    /** Credentials that are family names too: where everything is written in capitals nobody can tell. */
    private static final Set<String> NAMES_TOO = Set.of("BA", "CAP", "DO", "LAC", "MA", "MAC");

    private static final Pattern WRITTEN_AS_NAME = Pattern.compile("\\p{Lu}\\p{Ll}*|\\p{Ll}+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s/&]+");

    /** Shorter ones are told from names by their capitals alone. */
    private static final int LONG = 4;

    private Credentials() {}

    /** Whether all words of a text are credentials, of those known or of {@code own}, the clinician's own ones. */
    static boolean are(String text, String own) {
        return !text.isBlank() && BETWEEN.splitAsStream(text.strip()).allMatch(word -> isOne(word, own));
    }

    private static boolean isOne(String word, String own) {
        var letters = letters(word);
        boolean written =
                letters.length() >= LONG || !WRITTEN_AS_NAME.matcher(letters).matches();
        return written
                && (KNOWN.contains(letters.toUpperCase(Locale.ROOT))
                        || BETWEEN.splitAsStream(own.replace(',', ' '))
                                .anyMatch(one -> !one.isBlank() && letters(one).equalsIgnoreCase(letters)));
    }

    /** Whether a credential may as well be somebody's name. */
    static boolean mayBeName(String text) {
        return NAMES_TOO.contains(letters(text).toUpperCase(Locale.ROOT));
    }

    private static String letters(String word) {
        return word.replaceAll("[.\\-,]", "");
    }

    /** A name without the credentials behind it; at least two words of it stay. */
    public static String without(String name) {
        var words = BETWEEN.split(name.replace(',', ' ').strip());
        int end = words.length;
        while (end > 2 && are(words[end - 1], "")) {
            end--;
        }
        return String.join(" ", Arrays.asList(words).subList(0, end));
    }
}
