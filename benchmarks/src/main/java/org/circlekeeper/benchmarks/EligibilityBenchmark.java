package org.circlekeeper.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.X12Reader;
import org.circlekeeper.x12.eligibility.EligibilityAnswerReader;

/** Reads 200,000 answers about benefits (271) out of one file, person by person, in a heap that is capped. */
public final class EligibilityBenchmark {

    private static final int ANSWERS = 200_000;
    private static final int WARM_UP = 2;
    private static final int TIMES = 5;
    private static final double SECOND = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final String ANSWER = """
            ST*271*NUMBER*005010X279A1~
            BHT*0022*11*TNUMBER*20261123*1627~
            HL*1**20*1~
            NM1*PR*2*INVENTED MUTUAL*****PI*84980~
            PER*IC**TE*8005550199~
            HL*2*1*21*1~
            NM1*1P*2*LARGE HOUSE*****XX*1999999984~
            HL*3*2*22*0~
            TRN*2*MNUMBER*9SENDER100~
            NM1*IL*1*PERSON*INVENTED****MI*W1NUMBER~
            REF*6P*GRP50~
            N3*NUMBER INVENTED AVENUE~
            N4*CHICAGO*IL*60614~
            DMG*D8*19700101*F~
            DTP*346*D8*20260101~
            EB*1*IND*30*PR*PPO GOLD~
            EB*1*IND*MH*PR~
            EB*B*IND*MH*PR**27*20*****Y~
            EB*A*IND*MH*PR**27**.2****Y~
            EB*C*IND*30*PR**23*1500~
            EB*C*IND*30*PR**29*420.5~
            EB*F*IND*MH*PR**23***VS*30*Y*Y~
            MSG*GROUP THERAPY REQUIRES PRIOR AUTHORIZATION AFTER 20 VISITS~
            EB*CB*IND**PR*******Y*Y*HC:90853~
            SE*25*NUMBER~
            """;

    private EligibilityBenchmark() {}

    public static void main(String[] words) throws IOException {
        var file = Files.createTempFile("answers", ".271");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                write(out);
            }
            measure(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(Path file) throws IOException {
        double megabytes = Files.size(file) / MEGABYTE;
        var runtime = Runtime.getRuntime();
        List<Double> speeds = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        for (int time = 0; time < WARM_UP + TIMES; time++) {
            long began = System.nanoTime();
            long most = read(file, runtime);
            if (time >= WARM_UP) {
                speeds.add(megabytes / ((System.nanoTime() - began) / SECOND));
                heaps.add((most - before) / MEGABYTE);
            }
        }
        OUT.printf(
                "%,d answers, %.0f MB: %s MB a second, %s MB of heap beyond the start%n",
                ANSWERS, megabytes, new Measured(speeds), new Measured(heaps));
    }

    /** The most that the heap held, looked at after every thousandth answer. */
    private static long read(Path file, Runtime runtime) throws IOException {
        long most = 0;
        try (var in = Files.newInputStream(file)) {
            var reader = new EligibilityAnswerReader(new X12Reader(in));
            int read = 0;
            for (var answer = reader.next(); answer != null; answer = reader.next()) {
                read++;
                if (read % 1_000 == 0) {
                    most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
                }
            }
            if (read != ANSWERS) {
                throw new IllegalStateException("Read " + read + " answers");
            }
        }
        return most;
    }

    private static void write(OutputStream out) throws IOException {
        text(out, """
                ISA*00*          *00*          *ZZ*CLRHOUSE       *ZZ*SENDER1        *261123*1627*^*00501*000000018*0*P*:~
                GS*HB*CLRHOUSE*SENDER1*20261123*1627*18*X*005010X279A1~
                """);
        for (int number = 1; number <= ANSWERS; number++) {
            text(out, ANSWER.replace("NUMBER", Integer.toString(number)));
        }
        text(out, "GE*" + ANSWERS + "*18~\nIEA*1*000000018~\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
