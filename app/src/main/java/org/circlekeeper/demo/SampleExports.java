package org.circlekeeper.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.SampleFolder;
import org.circlekeeper.movein.SourceFile;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * One evening group as another system exports it, with four rows that no system should take: to try the import with.
 */
@Component
@Profile("demo")
class SampleExports implements SampleFolder {

    private static final List<String> FILES = List.of("clients.csv", "appointments.csv", "attendance.csv");

    @Override
    public Drop drop() {
        return new Drop("sample", FILES.stream().map(SampleExports::file).toList());
    }

    private static SourceFile file(String name) {
        var resource = new ClassPathResource("demo/sample/" + name);
        try {
            return new SourceFile(name, resource.contentLength(), resource::getInputStream);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
