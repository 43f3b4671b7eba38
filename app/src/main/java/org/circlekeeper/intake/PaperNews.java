package org.circlekeeper.intake;

import java.util.Map;
import java.util.Objects;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.Language;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Recipient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What members, and those who sign for them, are written about their papers: a member into their own inbox, and outside
 * only that there is something.
 */
@Component
class PaperNews {

    private static final Map<Language, String> GIVEN = Map.of(
            Language.EN,
            "Your papers are ready. Please fill them in and sign them before your first session; you can stop at any"
                    + " time and go on later. Ask us if anything is not clear.",
            Language.ES,
            "Sus documentos están listos. Por favor, complételos y fírmelos antes de su primera sesión; puede parar en"
                    + " cualquier momento y seguir después. Pregúntenos si algo no está claro.");

    private static final Map<Language, String> WAITING = Map.of(
            Language.EN,
            "Some of your papers still wait for you. We can expect you only when all of them are there. If you would"
                    + " rather do them on paper or with one of us, tell us.",
            Language.ES,
            "Todavía le esperan algunos documentos. Solo podemos esperarle cuando estén todos. Si prefiere hacerlos en"
                    + " papel o con alguien de nosotros, díganoslo.");

    private static final Map<Language, String> WAITS = Map.of(
            Language.EN,
            "A paper waits for you. Please open it when you can; ask us if anything is not clear, or if you would"
                    + " rather do it on paper.",
            Language.ES,
            "Le espera un documento. Por favor, ábralo cuando pueda; pregúntenos si algo no está claro, o si prefiere"
                    + " hacerlo en papel.");

    private final Messages messages;
    private final ObjectProvider<AlsoTold> others;
    private final Patients patients;

    PaperNews(Messages messages, ObjectProvider<AlsoTold> others, Patients patients) {
        this.messages = messages;
        this.others = others;
        this.patients = patients;
    }

    void given(PatientId patient, Language language, Actor actor) {
        write(patient, say(GIVEN, language), actor);
    }

    /** One that nobody waited for: given beside the packets, newer, or asked for anew. */
    void waits(PatientId patient, Language language, Actor actor) {
        write(patient, say(WAITS, language), actor);
    }

    void waiting(PatientId patient, Language language, Actor actor) {
        write(patient, say(WAITING, language), actor);
    }

    /** One of two has signed: whoever else signs for the member is told that it waits for them. */
    void waitsForSecond(PatientId patient, Actor by) {
        others.orderedStream().forEach(one -> one.waits(patient, by));
    }

    /**
     * Whether anything of it is seen: in pages where somebody has come in, outside, or by whoever signs for the member.
     */
    boolean reaches(PatientId patient) {
        return messages.isInboxOpen(patient)
                || patients.recipient(patient)
                        .filter(to -> to.outside() instanceof Recipient.Outside.Email)
                        .isPresent()
                || others.orderedStream().anyMatch(one -> one.reaches(patient));
    }

    private static String say(Map<Language, String> words, Language language) {
        return Objects.requireNonNull(words.get(language), () -> "No words in " + language);
    }

    private void write(PatientId patient, String text, Actor actor) {
        patients.recipient(patient).ifPresent(to -> messages.queue(to, Topic.LOGISTICS, text, actor));
        others.orderedStream().forEach(one -> one.waits(patient, actor));
    }
}
