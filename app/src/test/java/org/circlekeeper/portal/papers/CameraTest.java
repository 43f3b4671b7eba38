package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The photo of a card is taken with the camera as well as chosen from those that are there. */
@PracticeTest
class CameraTest {

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    Documents documents;

    @Autowired
    MockMvcTester browser;

    @Test
    void a_field_of_its_own_opens_the_camera_and_what_it_took_is_kept() throws IOException {
        var made = own.made();
        starter.give(made, made.member());
        var member = new MemberVisitor(browser, own.signedIn(made, made.member()));
        var card = PaperVisitor.href(starter.paper(made, made.member(), "insurance-card"));
        member.post(card + "/pages/1", "~asked", "bill", "bill", "true");
        assertThat(member.page(card + "/pages/2"))
                .contains("name=\"front\"", "name=\"front~photo\"", "capture=\"environment\"");

        var sent = member.upload(card + "/pages/2", "front~photo", picture(), "~asked", "front");
        assertThat(sent).hasStatus(303).redirectedUrl().isEqualTo(card + "/pages/3");
        assertThat(any.in(made.practice(), () -> documents.of(made.member().value())))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(DocumentKind.INSURANCE_CARD));
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }
}
