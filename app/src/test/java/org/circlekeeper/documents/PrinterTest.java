package org.circlekeeper.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From pages to a PDF, read back. */
class PrinterTest {

    private static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><title>other</title><style>p { color: #333 }</style></head>
            <body><h1>Group agreement</h1><p>%s</p></body></html>""";

    private final Printer printer = new Printer();

    @Test
    void what_is_printed_can_be_read_with_its_title_and_language() throws IOException {
        read(print("en", "What is said here stays here.", "Evidence"), pdf -> {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(text(pdf)).contains("Group agreement", "What is said here stays here.", "Evidence", "1 / 2");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Group agreement for Ana");
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(AT);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        });
    }

    @Test
    void the_point_of_a_list_stands_before_its_words_and_not_upon_them() throws IOException {
        read(
                print("en", "</p><ul><li dir=\"auto\">You may say no.</li></ul><p>"),
                pdf -> assertThat(text(pdf)).containsPattern("\u2022[\\s\u00a0]+You may say no\\."));
    }

    @Test
    void the_same_pages_give_the_same_bytes_and_others_give_others() throws InterruptedException {
        var first = print("en", "Same.");
        Thread.sleep(1_100);
        assertThat(print("en", "Same.")).isEqualTo(first);
        assertThat(print("en", "Other.")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Ångström-Nuñez Đỗ",
                "Ελένη Παπαδοπούλου",
                "Олександра Ковальчук",
                "Անահիտ Սարգսյան",
                "ნინო გელაშვილი",
                "Sørine O’Brien & <Co>"
            })
    void names_in_scripts_read_from_the_left_stand_there_as_they_are(String name) throws IOException {
        read(print("en", name.replace("&", "&amp;").replace("<", "&lt;")), pdf -> {
            assertThat(text(pdf)).contains(name);
        });
    }

    @Test
    void names_read_from_the_right_are_joined_and_stand_in_the_order_of_the_line() throws IOException {
        read(print("en", "נועה לוי and محمد العلي here"), pdf -> {
            assertThat(text(pdf)).contains("and", "here").doesNotContain("[U+", "#");
        });
        var forms = new RightToLeft(new ArabicForms(_ -> true));
        assertThat(forms.shapeText("محمد")).isEqualTo("\uFEE3\uFEA4\uFEE4\uFEAA");
        assertThat(forms.shapeText("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
        assertThat(forms.deshapeText("\uFEE3\uFEA4\uFEE4\uFEAA")).isEqualTo("محمد");
        assertThat(forms.reorderRTLTextToLTR("(נֹעה)")).isEqualTo("(הענֹ)");
    }

    @Test
    void letters_that_it_cannot_draw_stand_there_by_their_number() throws IOException {
        read(print("en", "王小明 and อรุณ"), pdf -> {
            assertThat(text(pdf).replaceAll("\\s", "")).contains("[U+738B][U+5C0F][U+660E]and[U+0E2D]");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"http://127.0.0.1:1/x.png\" alt=\"\"/>",
                "<img src=\"file:///etc/passwd\" alt=\"\"/>",
                "<object type=\"text/html\" data=\"file:///etc/passwd\"></object>",
                "<a href=\"javascript:alert(1)\">press</a><script>alert(1)</script>"
            })
    void nothing_is_fetched_and_nothing_runs(String inPage) throws IOException {
        var bytes = print("en", inPage + "Still here.");
        read(bytes, pdf -> {
            assertThat(text(pdf)).contains("Still here.").doesNotContain("root:", "alert");
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
        });
    }

    @Test
    void pages_that_are_not_well_formed_are_refused_without_being_quoted() {
        assertThatThrownBy(() -> print("en", "<b>Ana Ruiz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ana");
        assertThatThrownBy(
                        () -> printer.print(
                                new Print(
                                        "t",
                                        "en",
                                        AT,
                                        List.of(
                                                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><head/><body>&x;</body>"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] print(String language, String... texts) {
        var pages = List.of(texts).stream().map(PAGE::formatted).toList();
        return printer.print(new Print("Group agreement for Ana", language, AT, pages))
                .pdf();
    }

    private interface Look {
        void at(PDDocument pdf) throws IOException;
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static void read(byte[] bytes, Look look) throws IOException {
        try (var pdf = Loader.loadPDF(bytes)) {
            look.at(pdf);
        }
    }
}
