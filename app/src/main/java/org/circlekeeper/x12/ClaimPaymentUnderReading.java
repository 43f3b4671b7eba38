package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** One claim of an 835 on its way: CLP and what follows it, in whatever order. */
final class ClaimPaymentUnderReading {

    private static final int FIRST_MODIFIER = 3;
    private static final int LAST_MODIFIER = 6;

    private final Segment clp;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<PaidLine> services = new ArrayList<>();
    private Segment patient = Segment.nothing();
    private Segment insured = Segment.nothing();
    private String corrected = "";
    private String forwardedTo = "";
    private @Nullable LocalDate serviceDate;
    private @Nullable OpenLine service;

    ClaimPaymentUnderReading(Segment clp) {
        this.clp = clp;
    }

    /** A service on its way. */
    private static final class OpenLine {

        private final Segment svc;
        private final List<Adjustment> adjustments = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private String lineId = "";
        private @Nullable LocalDate serviceDate;
        private @Nullable Money allowed;

        OpenLine(Segment svc) {
            this.svc = svc;
        }
    }

    void see(Segment segment) {
        switch (segment.id()) {
            case "SVC" -> {
                finishService();
                service = new OpenLine(segment);
            }
            case "CAS" -> (service == null ? adjustments : service.adjustments).addAll(Adjustment.of(segment));
            case "NM1" -> name(segment);
            case "DTM" -> day(segment);
            case "MOA" -> remarksOf(segment, 3, 7);
            case "MIA" -> {
                remarksOf(segment, 5, 5);
                remarksOf(segment, 20, 23);
            }
            default -> ofService(segment);
        }
    }

    ClaimPayment finish() {
        finishService();
        var whose = patient.id().isEmpty() ? insured : patient;
        return new ClaimPayment(
                clp.element(1),
                clp.element(2),
                ReadValues.money(clp.element(3)),
                amount(clp.element(4)),
                amount(clp.element(5)),
                clp.element(6),
                clp.element(7),
                new ReadClaim.ReadPerson(whose.element(3), whose.element(4), whose.element(5), null, ""),
                insured.element(9).isEmpty() ? patient.element(9) : insured.element(9),
                corrected,
                forwardedTo,
                List.copyOf(adjustments),
                List.copyOf(remarks),
                List.copyOf(services));
    }

    private void name(Segment nm1) {
        switch (nm1.element(1)) {
            case "QC" -> patient = nm1;
            case "IL" -> insured = nm1;
            case "74" -> corrected = nm1.element(9);
            case "TT" -> forwardedTo = nm1.element(3);
            default -> {}
        }
    }

    /** 2110 DTM*472, or 150 where a service has a first and a last day; else that of the claim, 2100 DTM*232. */
    private void day(Segment dtm) {
        boolean ofService = dtm.is("DTM", "472") || dtm.is("DTM", "150");
        if (service != null && ofService) {
            service.serviceDate = ReadValues.day(dtm.element(2));
        } else if (service == null && (ofService || dtm.is("DTM", "232"))) {
            serviceDate = ReadValues.day(dtm.element(2));
        }
    }

    private void ofService(Segment segment) {
        var open = service;
        if (open == null) {
            return;
        }
        if (segment.is("REF", "6R")) {
            open.lineId = segment.element(2);
        } else if (segment.is("AMT", "B6")) {
            open.allowed = ReadValues.money(segment.element(2));
        } else if (segment.is("LQ", "HE") || segment.is("LQ", "RX")) {
            open.remarks.add(segment.element(2));
        }
    }

    private void remarksOf(Segment segment, int first, int last) {
        IntStream.rangeClosed(first, last)
                .mapToObj(segment::element)
                .filter(remark -> !remark.isEmpty())
                .forEach(remarks::add);
    }

    /** What is left out is nothing: a line that is denied may have no SVC03. */
    private static @Nullable Money amount(String written) {
        return written.isEmpty() ? Money.ZERO : ReadValues.money(written);
    }

    private void finishService() {
        var done = service;
        service = null;
        if (done == null) {
            return;
        }
        var svc = done.svc;
        services.add(new PaidLine(
                done.lineId,
                svc.component(1, 2),
                IntStream.rangeClosed(FIRST_MODIFIER, LAST_MODIFIER)
                        .mapToObj(number -> svc.component(1, number))
                        .filter(modifier -> !modifier.isEmpty())
                        .toList(),
                svc.component(6, 2),
                ReadValues.money(svc.element(2)),
                amount(svc.element(3)),
                svc.element(5),
                done.serviceDate == null ? serviceDate : done.serviceDate,
                done.allowed,
                List.copyOf(done.adjustments),
                List.copyOf(done.remarks)));
    }
}
