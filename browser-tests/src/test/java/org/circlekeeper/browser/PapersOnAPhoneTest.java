package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A member on a telephone of 320 pixels: intake, consent, signature, copy. In both languages, with and without scripts,
 * and by keyboard alone; each page on the way is fine for a screen reader and no wider than the telephone.
 */
@ExtendWith(Demo.Giver.class)
class PapersOnAPhoneTest {

    private static final int PHONE = 320;
    private static final int MOST_PAGES = 40;

    /** What a member reads there, by language. */
    private static final Map<String, Words> WORDS = Map.of(
            "en",
            new Words(
                    "Your papers",
                    "About you",
                    "Your insurance card",
                    "Group confidentiality agreement",
                    "Save and go on",
                    "Hand in",
                    "Your name",
                    "I sign this paper",
                    "Thank you",
                    "Your copy",
                    "File kept as"),
            "es",
            new Words(
                    "Sus documentos",
                    "Sobre usted",
                    "Su tarjeta de seguro",
                    "Acuerdo de confidencialidad",
                    "Guardar y seguir",
                    "Entregar",
                    "Su nombre",
                    "Firmo este documento",
                    "Gracias",
                    "Su copia",
                    "Archivo guardado como"));

    private record Words(
            String papers,
            String intake,
            String card,
            String agreement,
            String next,
            String handIn,
            String name,
            String sign,
            String thanks,
            String copy,
            String kept) {}

    @BeforeEach
    void monday(Demo demo) {
        demo.backToTheBeginning();
    }

    @ParameterizedTest(name = "{0}, with scripts: {1}")
    @CsvSource({"en, true", "en, false", "es, true", "es, false"})
    void intake_consent_signature_copy(String language, boolean scripts, Demo demo) throws IOException {
        var words = WORDS.get(language);
        var sam = demo.visitor(PHONE, scripts).visit("Sam");
        var wrong = new ArrayList<String>();
        sam.open("/portal/papers");
        if (language.equals("es")) {
            sam.press("Español").press("Quiero tenerlos en español");
        }
        sam.reads(words.papers());
        look(sam, language, wrong);

        paper(sam, words.intake());
        answerAll(sam, language, words, wrong);
        sam.press(words.handIn()).reads(words.thanks());
        look(sam, language, wrong);

        sam.open("/portal/papers");
        paper(sam, words.agreement());
        answerAll(sam, language, words, wrong);
        sam.page().getByLabel(words.name()).fill("Sam Okafor");
        sam.press(words.sign()).reads(words.thanks());
        look(sam, language, wrong);

        assertThat(bytes(download(sam, words.copy()))).startsWith("%PDF-");
        assertThat(wrong).isEmpty();
        assertThat(sam.complaints()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "es"})
    void all_of_it_by_keyboard(String language, Demo demo) throws IOException {
        var words = WORDS.get(language);
        var sam = demo.visitor(PHONE, true).visit("Sam");
        sam.open("/portal/papers");
        if (language.equals("es")) {
            pressByKeyboard(sam, "Español").reads("Quiero tenerlos en español");
            pressByKeyboard(sam, "Quiero tenerlos en español").reads(words.agreement());
        }
        answerAllByKeyboard(sam, words.intake(), words);
        enter(sam, sam.button(words.handIn()));
        sam.reads(words.thanks());

        sam.open("/portal/papers");
        answerAllByKeyboard(sam, words.agreement(), words);
        tabTo(sam, sam.page().getByLabel(words.name()));
        sam.page().keyboard().type("Sam Okafor");
        enter(sam, sam.button(words.sign()));
        sam.reads(words.thanks());

        tabTo(sam, sam.button(words.copy()));
        var copy = sam.page().waitForDownload(() -> sam.page().keyboard().press("Enter"));
        assertThat(bytes(copy)).startsWith("%PDF-");
    }

    @ParameterizedTest(name = "{0}, with scripts: {1}")
    @CsvSource({"en, true", "es, false"})
    void the_insurance_card_is_photographed(String language, boolean scripts, Demo demo) throws IOException {
        var words = WORDS.get(language);
        var sam = demo.visitor(PHONE, scripts).visit("Sam");
        var wrong = new ArrayList<String>();
        sam.open("/portal/papers");
        if (language.equals("es")) {
            sam.press("Español").press("Quiero tenerlos en español");
        }
        var photo = new FilePayload("IMG_2041.png", "image/png", picture());
        paper(sam, words.card());
        for (int page = 0; page < MOST_PAGES && !sam.page().url().endsWith("/whole"); page++) {
            look(sam, language, wrong);
            sam.page().locator("main form input[type=file]").all().forEach(field -> field.setInputFiles(photo));
            answer(sam.page().locator("main form").first());
            sam.press(words.next());
        }
        look(sam, language, wrong);
        sam.reads(words.kept());
        sam.press(words.handIn()).reads(words.thanks());
        assertThat(wrong).isEmpty();
        assertThat(sam.complaints()).isEmpty();
    }

    @Test
    void an_answer_that_is_missing_is_asked_for_where_it_stands_and_nothing_is_lost(Demo demo) {
        var words = WORDS.get("en");
        var sam = demo.visitor(PHONE, true).visit("Sam");
        sam.open("/portal/papers");
        paper(sam, words.intake());
        sam.page().locator("main form input[type=text]").first().fill("Sam Okafor");
        sam.press(words.next());
        sam.open("/portal/papers");
        sam.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words.intake()))
                .click();
        assertThat(sam.page().url()).as("where one stopped").doesNotEndWith("/pages/1");
        sam.follow("See all of it").reads("Something is missing");
        sam.page().locator("main .notice.bad a").first().click();
        assertThat(sam.page().locator("main form .asked")).isVisible();
    }

    private static void paper(Visitor sam, String title) {
        sam.page()
                .locator("ol.papers a", new Page.LocatorOptions().setHasText(title))
                .click();
    }

    private static void answerAll(Visitor sam, String language, Words words, List<String> wrong) {
        for (int page = 0; page < MOST_PAGES && !sam.page().url().endsWith("/whole"); page++) {
            look(sam, language, wrong);
            assertThat(sam.page()
                            .locator("main .paper[lang], main .asked[lang]")
                            .first())
                    .hasAttribute("lang", language);
            answer(sam.page().locator("main form").first());
            sam.press(words.next());
        }
        assertThat(sam.page().url()).endsWith("/whole");
        look(sam, language, wrong);
    }

    private static void answer(Locator form) {
        form.locator("input[type=text]:not([name$='~words'])").all().forEach(field -> {
            if (field.inputValue().isEmpty()) {
                field.fill(String.valueOf(field.getAttribute("inputmode")).equals("numeric") ? "7" : "Something");
            }
        });
        form.locator("input[type=date]").all().forEach(field -> field.fill("1980-01-01"));
        form.locator("textarea").all().forEach(field -> field.fill("Something"));
        form.locator("input[type=checkbox]").all().forEach(Locator::check);
        if (form.locator("input[type=radio]").count() > 0) {
            form.locator("input[type=radio]").first().check();
        }
    }

    private static void answerAllByKeyboard(Visitor sam, String title, Words words) {
        enter(sam, sam.page().locator("ol.papers a", new Page.LocatorOptions().setHasText(title)));
        for (int page = 0; page < MOST_PAGES && !sam.page().url().endsWith("/whole"); page++) {
            answerByKeyboard(sam);
            enter(sam, sam.button(words.next()));
        }
    }

    /** Of choices that belong together one is reached by Tab, as the keyboard has it: the first, or the chosen one. */
    private static void answerByKeyboard(Visitor sam) {
        var chosen = new HashSet<String>();
        for (var field : sam.page()
                .locator("main form input:not([type=hidden], [name$='~words']), main form textarea")
                .all()) {
            switch (String.valueOf(field.getAttribute("type"))) {
                case "radio" -> {
                    if (chosen.add(field.getAttribute("name"))) {
                        tabTo(sam, field);
                        sam.page().keyboard().press("Space");
                    }
                }
                case "checkbox" -> {
                    tabTo(sam, field);
                    sam.page().keyboard().press("Space");
                }
                case "date" -> {
                    tabTo(sam, field);
                    sam.page().keyboard().type("01021980");
                }
                default -> {
                    tabTo(sam, field);
                    sam.page().keyboard().type("SO");
                }
            }
        }
    }

    private static Visitor pressByKeyboard(Visitor sam, String button) {
        tabTo(sam, sam.button(button));
        sam.page().keyboard().press("Enter");
        return sam;
    }

    private static void enter(Visitor sam, Locator target) {
        tabTo(sam, target);
        var before = sam.page().url();
        sam.page().keyboard().press("Enter");
        sam.page().waitForURL(address -> !address.equals(before));
    }

    private static void tabTo(Visitor sam, Locator target) {
        for (int i = 0; i < MOST_PAGES; i++) {
            if (Boolean.TRUE.equals(target.evaluate("one => one === document.activeElement"))) {
                return;
            }
            sam.page().keyboard().press("Tab");
        }
        throw new AssertionError(
                "Nobody comes by Tab to " + target + " on " + sam.page().url());
    }

    private static void look(Visitor sam, String language, List<String> wrong) {
        assertThat(sam.page().locator("html")).hasAttribute("lang", language);
        var at = sam.page().url();
        var wide = sam.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) wide).intValue() > 0) {
            wrong.add(at + " is " + wide + " too wide");
        }
        if (sam.hasScripts()) {
            wrong.addAll(Axe.violations(sam.page()));
        }
    }

    private static Download download(Visitor sam, String button) {
        return sam.page().waitForDownload(() -> sam.press(button));
    }

    private static String bytes(Download copy) throws IOException {
        return new String(Files.readAllBytes(copy.path()), StandardCharsets.ISO_8859_1);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
