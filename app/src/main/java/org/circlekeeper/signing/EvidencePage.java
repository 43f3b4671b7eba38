package org.circlekeeper.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import org.circlekeeper.documents.Print;
import org.circlekeeper.documents.Printed;
import org.circlekeeper.documents.Printer;
import org.springframework.stereotype.Component;

/** Prints what somebody signed: the paper as it was shown, and behind it a page with the evidence. */
@Component
class EvidencePage {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Printer printer;

    EvidencePage(Printer printer) {
        this.printer = printer;
    }

    Printed print(Signing signing, Facts facts, Instant at) {
        var language = signing.template().language();
        var page = new StringOutput();
        engine.render("org/circlekeeper/signing/web/evidence.jte", sheet(signing, facts), page);
        return printer.print(new Print(
                signing.template().form() + " (" + signing.template().version() + ")",
                language,
                at,
                List.of(new String(signing.shown(), UTF_8), page.toString())));
    }

    private static EvidenceSheet sheet(Signing signing, Facts facts) {
        var language = signing.template().language();
        return new EvidenceSheet(
                EvidenceWords.written(language),
                EvidenceWords.of(language, "title"),
                EvidenceWords.of(language, "says"),
                signing.isForTwo() ? EvidenceWords.of(language, "two") : "",
                EvidenceWords.of(language, "ends"),
                EvidenceSheet.lines(facts, language));
    }
}
