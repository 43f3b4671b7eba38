package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One claim of a 277CA or 277 on its way. */
final class ClaimAnswerUnderReading {

    private final Segment trn;
    private final Segment patient;
    private final Segment subscriber;
    private final List<ClaimAnswer.Status> statuses = new ArrayList<>();
    private final List<ClaimAnswer.ServiceAnswer> services = new ArrayList<>();
    private String payerClaimNumber = "";
    private String clearinghouseNumber = "";
    private String patientAccount = "";
    private @Nullable LocalDate serviceDate;
    private @Nullable Segment svc;
    private String lineId = "";
    private List<ClaimAnswer.Status> ofService = new ArrayList<>();

    ClaimAnswerUnderReading(Segment trn, Segment patient, Segment subscriber) {
        this.trn = trn;
        this.patient = patient;
        this.subscriber = subscriber;
    }

    void see(Segment segment) {
        switch (segment.id()) {
            case "SVC" -> {
                finishService();
                svc = segment;
            }
            case "STC" -> (svc == null ? statuses : ofService).add(StatusReading.status(segment));
            case "REF" -> reference(segment);
            case "DTP" -> {
                if (svc == null && segment.is("DTP", "472")) {
                    serviceDate = ReadValues.day(segment.element(3));
                }
            }
            default -> {}
        }
    }

    ClaimAnswer finish() {
        finishService();
        var whose = patient.id().isEmpty() ? subscriber : patient;
        return new ClaimAnswer(
                patientAccount.isEmpty() ? trn.element(2) : patientAccount,
                trn.element(2),
                payerClaimNumber,
                clearinghouseNumber,
                new ReadClaim.ReadPerson(whose.element(3), whose.element(4), whose.element(5), null, ""),
                subscriber.element(9).isEmpty() ? patient.element(9) : subscriber.element(9),
                serviceDate,
                List.copyOf(statuses),
                List.copyOf(services));
    }

    private void reference(Segment ref) {
        switch (ref.element(1)) {
            case "1K" -> payerClaimNumber = ref.element(2);
            case "D9" -> clearinghouseNumber = ref.element(2);
            case "EJ" -> patientAccount = ref.element(2);
            case "FJ" -> lineId = ref.element(2);
            default -> {}
        }
    }

    private void finishService() {
        if (svc != null) {
            services.add(new ClaimAnswer.ServiceAnswer(lineId, svc.component(1, 2), List.copyOf(ofService)));
        }
        svc = null;
        lineId = "";
        ofService = new ArrayList<>();
    }
}
