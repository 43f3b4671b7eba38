package org.circlekeeper.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.SampleFolder;
import org.circlekeeper.movein.SourceFile;
import org.circlekeeper.practice.Practices;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The exports of an invented practice, four rows of them flawed, as if the practice on the screen had made them. */
@Component
@Profile("demo")
class MapleStreet implements SampleFolder {

    private static final String ITS_NPI = "1234560013";
    private static final List<String> TABLES =
            List.of("staff.csv", "clients.csv", "appointments.csv", "attendance.csv");

    private final Practices practices;

    MapleStreet(Practices practices) {
        this.practices = practices;
    }

    @Override
    public Drop drop() {
        var npi = practices.current().npi().toString();
        var files = new ArrayList<SourceFile>();
        files.add(file("practice.json", text("practice.json").replace(ITS_NPI, npi)));
        TABLES.forEach(name -> files.add(file(name, text(name))));
        return new Drop("the sample practice", files);
    }

    private static SourceFile file(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static String text(String name) {
        try (InputStream file = new ClassPathResource("sample/maple-street/" + name).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
