package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a file, for tests; and files around the segments that a test is about. */
final class Telling {

    private static final JsonMapper JSON = new JsonMapper();

    private Telling() {}

    static List<Explained> told(String file) {
        return told(file.getBytes(UTF_8));
    }

    static List<Explained> told(byte[] file) {
        List<Explained> told = new ArrayList<>();
        try {
            X12Explainer.explain("file", () -> new ByteArrayInputStream(file), told::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return told;
    }

    /** The only set of a file, as programs are told it. */
    static JsonNode json(String file) {
        return json(told(file).getFirst());
    }

    static JsonNode json(Explained told) {
        return JSON.readTree(JSON.writeValueAsString(told.asMap()));
    }

    static List<Flaw> flaws(String file) {
        return flaws(file.getBytes(UTF_8));
    }

    static List<Flaw> flaws(byte[] file) {
        List<Flaw> flaws = new ArrayList<>();
        try {
            X12Check.check(new ByteArrayInputStream(file), flaws::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return flaws;
    }

    /** A whole interchange of one set. */
    static String file(String group, String set, String version, String... segments) {
        var st = set.equals("835") ? "ST*835*0001~" : "ST*" + set + "*0001*" + version + "~";
        return isa() + "GS*" + group + "*SENDER*RECEIVER*20260112*0915*1*X*" + version + "~\n" + st + "\n"
                + String.join("~\n", segments) + "~\nSE*" + (segments.length + 2)
                + "*0001~\nGE*1*1~\nIEA*1*000000001~\n";
    }

    static String isa() {
        return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260112*0915*^*00501*000000001"
                + "*0*P*:~\n";
    }

    /** The same with every delimiter another one. */
    static String inOtherDelimiters(String file) {
        return file.replace('*', '|').replace('^', '}').replace(':', '>').replace("~", "\u001d");
    }

    static List<String> texts(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToObj(at -> list.get(at).asString())
                .toList();
    }
}
