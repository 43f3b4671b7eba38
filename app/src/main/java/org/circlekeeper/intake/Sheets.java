package org.circlekeeper.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Seal;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.Home;
import org.circlekeeper.forms.Answers;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What members have answered so far: kept with each answer, sealed, and read by whoever fills the paper in. */
@Component
public class Sheets {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final SheetStore store;
    private final Seal seal;
    private final Clock clock;

    Sheets(SheetStore store, Home home, Clock clock) {
        this.store = store;
        this.seal = Seal.with(home, "answers");
        this.clock = clock;
    }

    /** Every paper on which something was answered. */
    public List<PaperId> all() {
        return store.all();
    }

    /** What stands on a paper as it is kept, as JSON; empty when it was altered, or sealed with another key. */
    public Optional<byte[]> plain(PaperId paper) {
        return store.of(paper).flatMap(closed -> seal.open(closed.sealed(), as(paper)));
    }

    /** What was answered, for a page of many papers: one that was altered is left out, and opened it says so. */
    public Optional<Answers> answered(PaperId paper) {
        return plain(paper).map(Sheets::answers);
    }

    private static Answers answers(byte[] plain) {
        return new Answers(JsonMapper.shared().readValue(new String(plain, UTF_8), TEXTS));
    }

    /** What stands on a paper; empty while nothing was answered. */
    public Optional<Sheet> of(PaperId paper) {
        return store.of(paper)
                .map(closed -> new Sheet(answers(closed.sealed(), paper), closed.openedAt(), closed.readAt()));
    }

    /** Keeps what was answered. */
    public void keep(PaperId paper, Answers answers, Actor actor) {
        store.keep(paper, sealed(paper, answers), seal.key(), actor.label(), clock.instant());
    }

    private byte[] sealed(PaperId paper, Answers answers) {
        var plain = JsonMapper.shared().writeValueAsString(answers.values()).getBytes(UTF_8);
        return seal.seal(plain, as(paper));
    }

    /**
     * The whole paper was shown, to be signed, with these answers. They are kept where nothing was: an answer that
     * somebody gives at the same moment stays.
     */
    public void read(PaperId paper, Answers answers, Actor actor) {
        store.begin(paper, sealed(paper, answers), seal.key(), actor.label(), clock.instant());
        store.read(paper, clock.instant());
    }

    private Answers answers(byte[] sealed, PaperId paper) {
        var plain = seal.open(sealed, as(paper))
                .orElseThrow(() -> new IllegalStateException("The answers of paper " + paper
                        + " were altered, or are sealed with a key that this home does not have. Put the key back from"
                        + " the backup of the home's secrets"));
        return answers(plain);
    }

    private static String as(PaperId paper) {
        return "answers " + paper;
    }
}
