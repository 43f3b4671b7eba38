package org.circlekeeper.attendance;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Counts in a closed sheet's summary who stayed away, and says what follows. */
@Component
@Order(100)
class AbsencePreview implements ClosingPreview {

    @Override
    public List<String> lines(Sheet sheet) {
        return Stream.of(
                        line(sheet, Presence.ABSENT, "absent: follow up today"),
                        line(sheet, Presence.LATE_CANCEL, "cancelled late, never billed to a payer"),
                        line(sheet, Presence.EXCUSED, "excused"))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String line(Sheet sheet, Presence presence, String says) {
        long count = sheet.seats().stream()
                .filter(seat -> seat.presence() == presence)
                .count();
        return count == 0 ? "" : count + " " + says;
    }
}
