package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a home is its owner's alone, whatever the mask of whoever made it. */
class HomeTest {

    @TempDir
    Path directory;

    @Test
    void nobody_else_may_list_a_home_or_open_what_lies_in_it() throws IOException {
        var home = Home.at(directory.resolve("home"));
        home.secret("application");
        new Running(1, 2, HomeUse.SERVE, "").tell(home);
        OwnFiles.directory(home.outbox().resolve("837"));
        OwnFiles.write(home.outbox().resolve("837/claims.edi"), "ISA");

        assertThat(modes("home")).isEqualTo(PosixFilePermissions.fromString("rwx--x--x"));
        for (var folder : new String[] {"home/secrets", "home/outbox", "home/outbox/837"}) {
            assertThat(modes(folder)).as(folder).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
        for (var file : new String[] {"home/secrets/application", "home/running", "home/outbox/837/claims.edi"}) {
            assertThat(modes(file)).as(file).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private Set<PosixFilePermission> modes(String name) throws IOException {
        return Files.getPosixFilePermissions(directory.resolve(name));
    }
}
