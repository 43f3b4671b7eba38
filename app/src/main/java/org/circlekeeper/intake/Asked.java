package org.circlekeeper.intake;

import java.time.Instant;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/** A paper that a seat asks for, in the language in which it is given. */
public record Asked(FormId form, int version, Language language, String title, Need need) {

    Paper paper(PaperId id, PatientId patient, Paper.@Nullable Replacing replacing, String by, Instant at) {
        return new Paper(
                id,
                patient,
                form,
                version,
                language,
                title,
                need,
                PaperStatus.TO_DO,
                "",
                null,
                null,
                null,
                replacing,
                by,
                at);
    }
}
