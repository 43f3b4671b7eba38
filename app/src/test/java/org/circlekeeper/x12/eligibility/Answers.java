package org.circlekeeper.x12.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Answers of an invented payer, made of a few rows. */
final class Answers {

    private static final String ABOVE = """
            ISA*00*          *00*          *ZZ*EVGRN          *ZZ*CGT0001        *260112*0915*^*00501*000002001*0*P*:~
            GS*HB*EVGRN*CGT0001*20260112*0915*2001*X*005010X279A1~
            ST*271*0001*005010X279A1~
            BHT*0022*11*T1*20260112*0915~
            """;

    static final String PAYER = """
            HL*1**20*1~
            NM1*PR*2*EVERGREEN HEALTH PLAN*****PI*EVGRN~
            """;

    static final String PROVIDER = """
            HL*2*1*21*1~
            NM1*1P*2*CEDAR GROUP THERAPY PLLC*****XX*1093817462~
            """;

    static final String SUBSCRIBER = """
            HL*3*2*22*0~
            TRN*2*T1*9CGT000100~
            NM1*IL*1*GARCIA*MARIA*L***MI*EHP300201~
            DMG*D8*19840517*F~
            DTP*346*RD8*20260101-20261231~
            """;

    private Answers() {}

    /** A subscriber's answer of these rows. */
    static EligibilityAnswer of(String... rows) {
        return read(PAYER + PROVIDER + SUBSCRIBER + String.join("\n", rows)).getFirst();
    }

    static List<EligibilityAnswer> read(String levels) {
        try {
            return EligibilityAnswerReader.all(file(levels).getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String file(String levels) {
        return ABOVE + levels + "SE*1*0001~\nGE*1*2001~\nIEA*1*000002001~\n";
    }
}
