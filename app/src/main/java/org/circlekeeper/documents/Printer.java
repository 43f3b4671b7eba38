package org.circlekeeper.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.stereotype.Component;

/**
 * Prints XHTML pages as PDF, tagged for those who listen to it (ISO 14289-1). The same pages give the same bytes: the
 * one time and the one identifier in the file follow from what is printed. Nothing is fetched.
 */
@Component
public class Printer {

    /** The point of a list is a letter of ours: beside {@code dir="auto"} the library draws its own onto the text. */
    private static final String STYLE = """
            @page { size: letter; margin: 20mm 18mm; @bottom-right { font-family: Paper; font-size: 8pt;
                    content: counter(page) " / " counter(pages); } }
            html, body, * { font-family: Paper; }
            body { font-size: 10pt; line-height: 1.4; margin: 0; }
            h1 { font-size: 16pt; } h2 { font-size: 12pt; }
            ul { padding-left: 0; } li { list-style-type: none; padding-left: 4mm; text-indent: -4mm; }
            li:before { content: '\\2022\\00a0\\00a0'; }
            .sheet { page-break-before: always; }
            .sheet td, .sheet th { vertical-align: top; text-align: left; padding: 1mm 3mm 1mm 0; }
            .sheet th { width: 30%; font-weight: bold; }
            .sheet td { word-wrap: break-word; }
            """;

    private static final String ABOUT = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
            <pdfuaid:part>1</pdfuaid:part></rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>\
            <rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    /** Read when something is printed for the first time: a start does not wait for letters. */
    private static final class Letters {

        static final PaperFont FONT = new PaperFont();
        static final RightToLeft RIGHT_TO_LEFT = new RightToLeft(new ArabicForms(FONT::draws));

        private Letters() {}
    }

    /** Refuses with an {@link IllegalArgumentException} pages that are no well-formed XHTML. */
    public Printed print(Print print) {
        // Its log quotes what is printed.
        XRLog.setLoggingEnabled(false);
        try (var pdf = new PDDocument()) {
            draw(print, pdf);
            describe(print, pdf);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return new Printed(bytes.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Letters that cannot be drawn stand there by their number, so that nothing of a name is lost. */
    String drawable(String text) {
        var drawn = new StringBuilder();
        text.codePoints()
                .forEach(letter -> drawn.append(
                        Letters.FONT.draws(letter)
                                ? Character.toString(letter)
                                : String.format(Locale.ROOT, "[U+%04X]", letter)));
        return drawn.toString();
    }

    private void draw(Print print, PDDocument pdf) throws IOException {
        var builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .usePdfUaAccessibility(true)
                .useFont(Letters.FONT::upright, PaperFont.FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(Letters.FONT::bold, PaperFont.FAMILY, 700, FontStyle.NORMAL, true)
                .useUnicodeBidiSplitter(RightToLeft.Runs::new)
                .useUnicodeBidiReorderer(Letters.RIGHT_TO_LEFT)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withW3cDocument(Sheets.of(print, STYLE, this::drawable), null)
                .toStream(OutputStream.nullOutputStream());
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    /** What the file says of itself: its title and when it came to be, and nothing else. */
    private static void describe(Print print, PDDocument pdf) {
        var about = new PDDocumentInformation();
        about.setTitle(print.title());
        about.setProducer("Circlekeeper");
        var at = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        at.setTimeInMillis(print.at().toEpochMilli());
        about.setCreationDate(at);
        pdf.setDocumentInformation(about);
        var catalog = pdf.getDocumentCatalog();
        catalog.setLanguage(print.language());
        var metadata = new PDMetadata(pdf);
        try {
            metadata.importXMPMetadata(ABOUT.formatted(escaped(print.title())).getBytes(UTF_8));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        catalog.setMetadata(metadata);
        pdf.getDocument().getTrailer().removeItem(COSName.ID);
        pdf.setDocumentId(print.at().toEpochMilli());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
