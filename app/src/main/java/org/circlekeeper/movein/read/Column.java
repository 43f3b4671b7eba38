package org.circlekeeper.movein.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a column may hold, and the names that exports give it. */
public enum Column {
    CLIENT_ID("client id"),
    FIRST_NAME("first name"),
    MIDDLE_NAME("middle name"),
    LAST_NAME("last name"),
    FULL_NAME("full name"),
    BIRTH_DATE("birth date"),
    SEX("sex"),
    EMAIL("e-mail"),
    PHONE("phone"),
    ADDRESS("address"),
    ADDRESS_2("second address line"),
    CITY("city"),
    STATE("state"),
    ZIP("ZIP"),
    ACTIVE("status"),
    PAYER_NAME("insurance"),
    PAYER_ID("payer id"),
    MEMBER_ID("insurance id"),
    GROUP_NUMBER("insurance group number"),
    RELATIONSHIP("relationship to the subscriber"),
    SUBSCRIBER_FIRST("subscriber's first name"),
    SUBSCRIBER_LAST("subscriber's last name"),
    SUBSCRIBER_NAME("subscriber's name"),
    DIAGNOSIS("diagnosis"),
    DATE_ADDED("date added"),
    PART2("Part 2 mark"),
    PART2_CONSENT("Part 2 consent"),
    RESTRICTED("plan restricted"),
    CREDENTIAL("credential"),
    NPI("NPI"),
    TAXONOMY("taxonomy"),
    LICENSE("license"),
    DATE("date"),
    START("start"),
    END("end"),
    MINUTES("minutes"),
    CLINICIAN("clinician"),
    CODE("CPT code"),
    PLACE("place of service"),
    TELEHEALTH("telehealth"),
    PRESENCE("presence"),
    ARRIVED("arrived"),
    LEFT("left"),
    RECORDED_BY("recorded by"),
    RECORDED_AT("recorded at"),
    NOTE_SIGNED_BY("note signed by"),
    NOTE_SIGNED_AT("note signed at");

    /** What a person says in the place of a header when the file has no such column. */
    public static final String NONE = "none";

    private static final Map<String, List<String>> NAMES = read();

    private final String label;

    Column(String label) {
        this.label = label;
    }

    /** As a sentence names it. */
    public String label() {
        return label;
    }

    /** Headers it is known by. */
    public List<String> names() {
        return NAMES.getOrDefault(label, List.of());
    }

    private static Map<String, List<String>> read() {
        var names = new HashMap<String, List<String>>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Column.class.getResourceAsStream("/movein/columns.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(": ", 2))
                    .forEach(line -> names.computeIfAbsent(line[0], _ -> new ArrayList<>())
                            .addAll(List.of(line[1].split(", "))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return names;
    }

    /** Headers differ in case, spaces and marks, and still mean the same; {@code #} is a number. */
    static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replace("#", "number").replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The same without whose it is: {@code Patient Date of Birth} is a date of birth. */
    static String ofWhomever(String header) {
        return plain(header).replaceFirst("^(clients?|patients?|primary)(?=.)", "");
    }
}
