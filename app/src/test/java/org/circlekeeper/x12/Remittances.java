package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;

/** An 835 that is fine, around the claims that a test is about. */
final class Remittances {

    private Remittances() {}

    static String file(String... claims) {
        return paying("40", claims);
    }

    static String paying(String amount, String... claims) {
        List<String> segments = new ArrayList<>(List.of(
                "BPR*I*" + amount + "*C*ACH*CCP*01*123456780*DA*998877*1931234567**01*123000220*DA*55667788*20260115",
                "TRN*1*EFT1*1931234567",
                "N1*PR*EVERGREEN HEALTH PLAN*XV*EVGRN",
                "N3*PO BOX 4000",
                "N4*SALEM*OR*973010001",
                "PER*BL*PROVIDER EDI*TE*8005550123",
                "N1*PE*CEDAR GROUP THERAPY PLLC*XX*1093817462",
                "LX*1"));
        segments.addAll(List.of(claims));
        return Telling.file("HP", "835", "005010X221A1", segments.toArray(String[]::new));
    }
}
