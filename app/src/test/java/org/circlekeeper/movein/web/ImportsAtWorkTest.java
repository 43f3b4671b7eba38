package org.circlekeeper.movein.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.SourceFile;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class ImportsAtWorkTest {

    private static final byte[] STAFF = """
            First Name,Last Name,Credential,NPI,Taxonomy
            Ana,Silva,LCSW,1234567893,1041C0700X
            """.getBytes(StandardCharsets.UTF_8);

    @Autowired
    ImportsAtWork atWork;

    @Autowired
    AnyPractice any;

    @Test
    void an_import_that_failed_is_tried_again_and_one_that_went_well_is_not_done_twice() throws Exception {
        var practice = any.open();
        var upload = UUID.randomUUID();
        SourceFile.Opener full = () -> {
            throw new IllegalStateException("the disk is full");
        };

        begin(practice, upload, full);
        var failed = waited(practice, upload);
        assertThat(failed.result()).isNull();

        begin(practice, upload, () -> new ByteArrayInputStream(STAFF));
        var done = waited(practice, upload);
        assertThat(done).isNotSameAs(failed);
        assertThat(done.result()).isNotNull();

        begin(practice, upload, full);
        assertThat(waited(practice, upload)).isSameAs(done);
    }

    private void begin(PracticeId practice, UUID upload, SourceFile.Opener opener) {
        var drop = new Drop("staff.csv", List.of(new SourceFile("staff.csv", STAFF.length, opener)));
        atWork.begin(practice, upload, drop, TESTER, false);
    }

    private ImportsAtWork.Work waited(PracticeId practice, UUID upload) throws InterruptedException {
        var work = Objects.requireNonNull(atWork.find(practice, upload));
        for (int i = 0; i < 200 && !work.isDone(); i++) {
            Thread.sleep(50);
        }
        assertThat(work.isDone()).isTrue();
        return work;
    }
}
