package org.circlekeeper.x12;

import java.util.List;
import java.util.regex.Pattern;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;

/** What the records of a claim refuse alike. Sentences name the place and never the value: it may be a patient's. */
final class Refuse {

    private static final Pattern TAXONOMY = Pattern.compile("[0-9A-Z]{9}X");

    private Refuse() {}

    /** An identifier is sent whole or not at all: a cut or altered one is somebody else's. */
    static void identifier(String value, int longest, String what) {
        if (value.isEmpty() || value.length() > longest) {
            throw new IllegalArgumentException(what + " has one to " + longest + " characters");
        }
        if (!X12Text.basic(value).equals(value)) {
            throw new IllegalArgumentException(what + " has capital letters, digits and plain punctuation only");
        }
    }

    /** An identifier that others chose: letter case and spaces around it do not matter to them. */
    static void foreignIdentifier(String value, int longest, String what) {
        boolean tooLong = value.length() > longest / 2 && X12Text.basic(value).length() > longest;
        if (tooLong || !X12Text.isWritable(value)) {
            throw new IllegalArgumentException(what + " has one to " + longest + " characters");
        }
    }

    static void text(String value, String what) {
        if (!X12Text.isWritable(value)) {
            throw new IllegalArgumentException(
                    what + " has nothing that X12 can carry: write it in Latin letters, as the payer has it");
        }
    }

    static void name(PersonName name, String whose) {
        text(name.last(), "The last name of " + whose);
        if (!name.first().isEmpty()) {
            text(name.first(), "The first name of " + whose);
        }
    }

    static void address(PostalAddress address, String whose) {
        text(address.line(), "The street of " + whose);
        text(address.city(), "The city of " + whose);
    }

    /** 2010AA N403 and 2310C N403: the ZIP of a place in the United States has all nine digits. */
    static void shortZip(PostalAddress address, String whose) {
        if (!address.hasNineDigitZip()) {
            throw new IllegalArgumentException("The address of " + whose + " has a ZIP code of nine digits");
        }
    }

    /** NUCC health care provider taxonomy: nine characters and an X. */
    static void taxonomy(String value, String whose) {
        if (!TAXONOMY.matcher(value).matches()) {
            throw new IllegalArgumentException("The taxonomy of " + whose + " is a NUCC code of ten characters");
        }
    }

    static void otherThan(List<String> allowed, String value, String what) {
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
        return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z');
    }
}
