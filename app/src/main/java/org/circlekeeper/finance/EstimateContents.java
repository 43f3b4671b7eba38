package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.terms.TaxId;

/**
 * What stands in a good-faith estimate (45 CFR 149.610(c)(1)). Pure.
 *
 * @param member their name, as it stood when it was written
 * @param what the service in plain words
 * @param diagnoses none before anybody has made one: then the estimate says so
 */
public record EstimateContents(
        String member,
        LocalDate birthDate,
        String what,
        ProcedureCode code,
        List<DiagnosisCode> diagnoses,
        GroupEstimate sessions,
        Provider provider) {

    public EstimateContents {
        diagnoses = List.copyOf(diagnoses);
        if (member.isBlank() || what.isBlank()) {
            throw new IllegalArgumentException("An estimate says whom and, in plain words, what it is for");
        }
    }

    /**
     * Who leads, by name and NPI, for whom the practice bills.
     *
     * @param place where it is held, on one line, with the state
     */
    public record Provider(PractitionerId leader, String name, Npi npi, TaxId taxId, String place) {

        public Provider {
            if (name.isBlank() || place.isBlank()) {
                throw new IllegalArgumentException("An estimate names who leads and where");
            }
        }
    }

    /** What an estimate has to say beside its numbers, a sentence each. */
    public List<String> notices() {
        var notices = new ArrayList<String>();
        if (diagnoses.isEmpty()) {
            notices.add("No diagnosis has been made yet. You get a new estimate when one changes what is expected.");
        }
        if (!sessions.ends().isEmpty()) {
            notices.add(sessions.ends() + " You get an estimate of those sessions before they begin.");
        }
        notices.add("Other services may be recommended that are scheduled or asked for apart, and are not in it.");
        notices.add("It is an estimate of what may reasonably be expected; what you are charged may differ.");
        notices.add("If you are charged at least $400 more than it says, you have the right to dispute the bill."
                + " You have 120 days from the bill, and begin at www.cms.gov/nosurprises."
                + " To do so does not lower the quality of your care.");
        notices.add("It is not a contract, and does not oblige you to take these services here.");
        return List.copyOf(notices);
    }
}
