package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;

/**
 * One service of a claim (loop 2400).
 *
 * @param lineId REF*6R, which remittances repeat: by it a payment finds its line
 * @param diagnosisPointers SV107: one to four places, counted from 1, in the claim's list of diagnoses
 * @param placeOfService SV105; written only where it differs from the claim's
 */
public record ServiceLine(
        String lineId,
        ProcedureCode code,
        List<String> modifiers,
        Money charge,
        int units,
        List<Integer> diagnosisPointers,
        LocalDate serviceDate,
        String placeOfService) {

    private static final int MODIFIERS = 4;
    private static final int POINTERS = 4;

    public ServiceLine {
        modifiers = List.copyOf(modifiers);
        diagnosisPointers = List.copyOf(diagnosisPointers);
        Refuse.identifier(lineId, 30, "A line's own number");
        Refuse.placeOfService(placeOfService);
        if (modifiers.size() > MODIFIERS) {
            throw new IllegalArgumentException("A service has at most four modifiers");
        }
        modifiers.forEach(modifier -> Refuse.unlessTwoCharacters(modifier, "A modifier"));
        if (charge.cents() <= 0) {
            throw new IllegalArgumentException("A service that costs nothing is not claimed");
        }
        refuseUnits(code, units);
        refusePointers(diagnosisPointers);
    }

    private static void refuseUnits(ProcedureCode code, int units) {
        if (units < 1 || units > 999) {
            throw new IllegalArgumentException("A service has 1 to 999 units");
        }
        if (units > 1 && code.equals(ProcedureCode.GROUP_PSYCHOTHERAPY)) {
            throw new IllegalArgumentException("A session of group psychotherapy is one unit, however long it was");
        }
    }

    private static void refusePointers(List<Integer> pointers) {
        boolean repeated = pointers.size() > 1 && new HashSet<>(pointers).size() < pointers.size();
        if (pointers.isEmpty() || pointers.size() > POINTERS || repeated) {
            throw new IllegalArgumentException("A service points to one to four different diagnoses");
        }
    }
}
