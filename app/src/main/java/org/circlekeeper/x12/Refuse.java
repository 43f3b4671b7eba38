package org.circlekeeper.x12;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;

/** What the records of a claim refuse alike. Sentences name the place and never the value: it may be a patient's. */
public final class Refuse {

    private static final Pattern TAXONOMY = Pattern.compile("[0-9A-Z]{9}X");

    /** CMS Place of Service Code Set, as of 2026; the numbers between are not assigned. */
    private static final Set<String> PLACES = Set.of(
            "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18",
            "19", "20", "21", "22", "23", "24", "25", "26", "27", "31", "32", "33", "34", "41", "42", "49", "50", "51",
            "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "65", "66", "71", "72", "81", "99");

    private Refuse() {}

    /** An identifier is sent whole or not at all: a cut or altered one is somebody else's. */
    public static void identifier(String value, int longest, String what) {
        if (value.isEmpty() || value.length() > longest) {
            throw new IllegalArgumentException(what + " has one to " + longest + " characters");
        }
        if (!X12Text.basic(value).equals(value)) {
            throw new IllegalArgumentException(what + " has capital letters, digits and plain punctuation only");
        }
    }

    /** An identifier that others chose: letter case and spaces around it do not matter to them. */
    public static void foreignIdentifier(String value, int longest, String what) {
        foreignIdentifier(value, 1, longest, what);
    }

    /** NM109 has two characters at least. */
    public static void foreignPartyId(String value, String what) {
        foreignIdentifier(value, 2, 80, what);
    }

    private static void foreignIdentifier(String value, int shortest, int longest, String what) {
        boolean inDoubt = value.length() > longest / 2 || value.length() <= shortest * 2;
        int length = inDoubt ? X12Text.basic(value).length() : value.length();
        if (length < shortest || length > longest || !X12Text.isWritable(value)) {
            throw new IllegalArgumentException(what + " has " + shortest + " to " + longest + " characters");
        }
        if (!X12Text.isKept(value)) {
            throw new IllegalArgumentException(what + " has a character that a claims file cannot carry");
        }
    }

    public static void text(String value, String what) {
        if (!X12Text.isWritable(value)) {
            throw new IllegalArgumentException(
                    what + " has nothing that X12 can carry, or not all of it: write it in Latin letters, as the payer "
                            + "has it");
        }
    }

    public static void name(PersonName name, String whose) {
        text(name.last(), "The last name of " + whose);
        if (!name.first().isEmpty()) {
            text(name.first(), "The first name of " + whose);
        }
    }

    static void address(PostalAddress address, String whose) {
        text(address.line(), "The street of " + whose);
        text(address.city(), "The city of " + whose);
        if (!address.isInTheStates()) {
            throw new IllegalArgumentException("The state of " + whose + " is one of the post office's two letters");
        }
        if (address.city().length() < 4 && X12Text.basic(address.city()).length() < 2) {
            throw new IllegalArgumentException("The city of " + whose + " has two letters or more");
        }
    }

    /** The code is in CMS's list, of two digits each. */
    public static void placeOfService(String value) {
        if (!PLACES.contains(value)) {
            throw new IllegalArgumentException("A place of service is a two-digit code of CMS's list");
        }
    }

    /** 2010AA N403 and 2310C N403: the ZIP of a place in the United States has all nine digits. */
    static void shortZip(PostalAddress address, String whose) {
        if (!address.hasNineDigitZip()) {
            throw new IllegalArgumentException("The address of " + whose + " has a ZIP code of nine digits");
        }
    }

    /** NUCC health care provider taxonomy: nine characters and an X. */
    public static void taxonomy(String value, String whose) {
        if (!TAXONOMY.matcher(value).matches()) {
            throw new IllegalArgumentException("The taxonomy of " + whose + " is a NUCC code of ten characters");
        }
    }

    public static void otherThan(List<String> allowed, String value, String what) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(what + " is one of " + allowed);
        }
    }

    static void unlessTwoCharacters(String value, String what) {
        if (value.length() != 2 || !isCode(value.charAt(0)) || !isCode(value.charAt(1))) {
            throw new IllegalArgumentException(what + " has two capital letters or digits");
        }
    }

    static boolean isCode(char character) {
        return isDigit(character) || (character >= 'A' && character <= 'Z');
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
