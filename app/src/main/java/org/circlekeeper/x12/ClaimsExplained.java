package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Tells an 837P: how many claims it holds, for how much, and for which services. */
final class ClaimsExplained implements SetExplained {

    private static final Set<String> ENDS_CLAIM = Set.of("CLM", "HL");

    private final ClaimUnderReading reading = new ClaimUnderReading();
    private final WarningList warnings = new WarningList();
    private final TreeMap<String, Long> frequencies = new TreeMap<>();
    private final TreeMap<String, Long> places = new TreeMap<>();
    private final TreeMap<String, Long> procedures = new TreeMap<>();
    private final TreeMap<String, Long> payers = new TreeMap<>();
    private String batch = "";
    private long claims;
    private long lines;
    private long subscribers;
    private long dependents;
    private long total;

    @Override
    public void see(Segment segment) {
        if (ENDS_CLAIM.contains(segment.id())) {
            count(reading.finish());
        }
        switch (segment.id()) {
            case "BHT" -> batch = segment.element(3);
            case "HL" -> {
                subscribers += segment.element(3).equals("22") ? 1 : 0;
                dependents += segment.element(3).equals("23") ? 1 : 0;
            }
            default -> {}
        }
        reading.see(segment);
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        count(reading.finish());
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("batch", batch);
        facts.put("claims", claims);
        facts.put("total", total);
        facts.put("serviceLines", lines);
        facts.put("subscribers", subscribers);
        facts.put("dependents", dependents);
        facts.put("frequencies", frequencies);
        facts.put("placesOfService", places);
        facts.put("procedures", procedures);
        facts.put("payers", payers);
        return facts;
    }

    @Override
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("Batch " + batch + ": " + (claims == 1 ? "1 claim" : claims + " claims") + " for "
                + new Money(total) + ", " + (lines == 1 ? "1 service." : lines + " services."));
        procedures.forEach((code, count) -> sentences.add(CodesInWords.procedure(code) + ": " + count + "."));
        frequencies.forEach((code, count) -> sentences.add(CodesInWords.frequency(code) + ": " + count + "."));
        return sentences;
    }

    @Override
    public List<Warning> warnings() {
        return warnings.all();
    }

    private void count(@Nullable ReadClaim claim) {
        if (claim == null) {
            return;
        }
        claims++;
        lines += claim.lines().size();
        total = Cents.plus(total, cents(claim.charge(), "Claim " + claim.claimNumber()));
        frequencies.merge(claim.frequency(), 1L, Long::sum);
        places.merge(claim.placeOfService(), 1L, Long::sum);
        payers.merge(claim.payerId(), 1L, Long::sum);
        for (var line : claim.lines()) {
            procedures.merge(line.code(), 1L, Long::sum);
            cents(line.charge(), "A service of claim " + claim.claimNumber());
        }
    }

    private long cents(@Nullable Money charge, String what) {
        if (charge == null) {
            warnings.add(new Warning("no-amount", what + " has a charge that is no amount."));
            return 0;
        }
        return charge.cents();
    }
}
