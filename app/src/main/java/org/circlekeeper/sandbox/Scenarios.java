package org.circlekeeper.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Which member meets which scenario: as a file says, or else by the beginning of the member id. */
public record Scenarios(Map<String, Scenario> ofMembers) {

    public Scenarios {
        ofMembers = Map.copyOf(ofMembers);
    }

    public static Scenarios none() {
        return new Scenarios(Map.of());
    }

    /** A member id and a scenario a line, with white space between; whatever follows a # is a remark. */
    public static Scenarios read(Path file) throws IOException {
        Map<String, Scenario> read = new HashMap<>();
        for (var line : Files.readAllLines(file)) {
            var words = line.replaceFirst("#.*", "").strip().split("\\s+");
            if (words.length == 2) {
                Scenario.of(words[1]).ifPresent(scenario -> read.put(words[0], scenario));
            }
        }
        return new Scenarios(read);
    }

    Scenario of(String memberId) {
        return ofMembers.getOrDefault(memberId, Scenario.ofMember(memberId));
    }
}
