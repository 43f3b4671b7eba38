package org.circlekeeper.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.circlekeeper.movein.SourceFile;
import org.circlekeeper.movein.read.PracticeFile;
import org.junit.jupiter.api.Test;

class SmallestPracticeTest {

    @Test
    void what_the_page_shows_as_the_smallest_practice_opens_one() {
        var bytes = UseItForRealController.SMALLEST.getBytes(StandardCharsets.UTF_8);
        var file = new SourceFile("practice.json", bytes.length, () -> new ByteArrayInputStream(bytes));

        assertThat(PracticeFile.read(file)).isInstanceOf(PracticeFile.Sound.class);
    }
}
