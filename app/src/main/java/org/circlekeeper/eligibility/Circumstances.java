package org.circlekeeper.eligibility;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.PayerRules;

/**
 * What is known beside somebody's insurance when it is decided whether to ask.
 *
 * @param withheld why no payer may be asked about a patient; of whoever is not in it one may be
 * @param agreed who waits and agreed that their insurance is asked
 * @param advantage who has an insurance of Medicare Advantage, which Medicare itself knows nothing of
 * @param latest the latest answer about each insurance
 * @param asked what became of the last question about each insurance
 * @param notEnrolled payers that take no files of questions from the practice, with the sentence that says since when
 * @param rules what each payer asks, by its row
 */
record Circumstances(
        LocalDate today,
        Map<PatientId, AskingCheck.Reason> withheld,
        Set<PatientId> agreed,
        Set<PatientId> advantage,
        Map<Policy, Answer> latest,
        Map<Policy, LastAsked> asked,
        Map<UUID, String> notEnrolled,
        Map<UUID, PayerRules> rules) {}
