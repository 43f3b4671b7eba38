package org.circlekeeper.x12;

import java.util.Map;

/** Short words of our own for the codes that our claims carry; an unknown code stays a code. */
final class CodesInWords {

    /** CMS place of service code set. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("02", "by telehealth, the patient away from home"),
            Map.entry("03", "at a school"),
            Map.entry("10", "by telehealth, the patient at home"),
            Map.entry("11", "at the office"),
            Map.entry("12", "at the patient's home"),
            Map.entry("22", "at a hospital's outpatient department on campus"),
            Map.entry("50", "at a federally qualified health center"),
            Map.entry("52", "at a psychiatric partial hospitalization program"),
            Map.entry("53", "at a community mental health center"),
            Map.entry("57", "at a non-residential substance abuse facility"));

    private static final Map<String, String> FILING_CODES = Map.ofEntries(
            Map.entry("11", "other non-federal program"),
            Map.entry("12", "preferred provider organization"),
            Map.entry("13", "point of service"),
            Map.entry("14", "exclusive provider organization"),
            Map.entry("16", "Medicare Advantage"),
            Map.entry("BL", "Blue Cross or Blue Shield"),
            Map.entry("CH", "Tricare"),
            Map.entry("CI", "commercial insurance"),
            Map.entry("HM", "health maintenance organization"),
            Map.entry("MA", "Medicare Part A"),
            Map.entry("MB", "Medicare Part B"),
            Map.entry("MC", "Medicaid"),
            Map.entry("OF", "other federal program"),
            Map.entry("VA", "Veterans Affairs"),
            Map.entry("WC", "workers' compensation"),
            Map.entry("ZZ", "mutually defined"));

    private static final Map<String, String> RELATIONSHIPS = Map.of(
            "01",
            "spouse",
            "19",
            "child",
            "20",
            "employee",
            "21",
            "of an unknown relationship",
            "39",
            "organ donor",
            "40",
            "cadaver donor",
            "53",
            "life partner",
            "G8",
            "of another relationship");

    private static final Map<String, String> MODIFIERS = Map.of(
            "95",
            "by live audio and video",
            "93",
            "by live audio only",
            "GT",
            "by live audio and video",
            "HQ",
            "in a group setting",
            "59",
            "a service of its own",
            "XE",
            "at a separate encounter");

    private static final Map<String, String> PROCEDURES =
            Map.of("90853", "group psychotherapy session", "90849", "multiple-family group session");

    private CodesInWords() {}

    static String place(String code) {
        return PLACES.getOrDefault(code, "at place of service " + code);
    }

    static String filingCode(String code) {
        return FILING_CODES.getOrDefault(code, "plan type " + code);
    }

    static String relationship(String code) {
        return RELATIONSHIPS.getOrDefault(code, "relationship " + code);
    }

    static String modifier(String code) {
        return MODIFIERS.containsKey(code) ? code + ", " + MODIFIERS.get(code) : code;
    }

    static String procedure(String code) {
        return PROCEDURES.containsKey(code) ? PROCEDURES.get(code) + " (" + code + ")" : "service " + code;
    }

    static String turn(String code) {
        return switch (code) {
            case "P" -> "the first to pay";
            case "S" -> "the second to pay";
            case "T" -> "the third to pay";
            default -> "in turn " + code;
        };
    }

    static String sex(String code) {
        return switch (code) {
            case "F" -> "female";
            case "M" -> "male";
            default -> "sex not told";
        };
    }

    static String frequency(String code) {
        return switch (code) {
            case "1" -> "A first claim";
            case "7" -> "A replacement of an earlier claim";
            case "8" -> "A cancellation of an earlier claim";
            default -> "A claim of frequency " + code;
        };
    }
}
