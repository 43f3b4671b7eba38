package org.circlekeeper.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.terms.Sha256;

/**
 * Whom to ring about whom: one call for all members of one payer, or of whoever administers mental health in its place.
 */
public record CallSheet(List<Call> calls) {

    public CallSheet {
        calls = List.copyOf(calls);
    }

    /**
     * One call.
     *
     * @param key what it is known by in the address of its form: no name
     * @param whom the payer, as members know it
     */
    public record Call(String key, String whom, List<Listed> members) {}

    /** Grouped by whom to ring, by name; only lines that need a call. */
    public static CallSheet of(List<Listed> lines) {
        var byWhom = new LinkedHashMap<String, List<Listed>>();
        lines.stream()
                .filter(Listed::needsCall)
                .forEach(line -> byWhom.computeIfAbsent(whom(line), _ -> new ArrayList<>())
                        .add(line));
        return new CallSheet(byWhom.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Call(key(entry.getKey()), entry.getKey(), entry.getValue()))
                .toList());
    }

    private static String whom(Listed line) {
        var latest = line.latest();
        var carveOut = latest == null ? null : latest.answer().benefits().carveOut();
        var insurance = line.who().insurance();
        var payer = insurance == null ? "" : insurance.payerName();
        return carveOut == null ? payer : carveOut.inWords() + " (for " + payer + ")";
    }

    private static String key(String whom) {
        return Sha256.hex(whom).substring(0, 12);
    }
}
