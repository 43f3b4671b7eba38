package org.circlekeeper.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** Where a signed paper can go, and how two guardians move it. */
class SignatureStatusTest {

    private static final UUID ONE = UUID.fromString("0198a000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("0198a000-0000-7000-8000-00000000000b");

    @Test
    void what_was_withdrawn_or_ran_out_stays_so_and_everything_else_can_be_withdrawn() {
        for (var status : SignatureStatus.values()) {
            assertThat(status.next().contains(SignatureStatus.WITHDRAWN))
                    .isEqualTo(status != SignatureStatus.WITHDRAWN && status != SignatureStatus.LAPSED);
        }
        assertThat(SignatureStatus.WITHDRAWN.next()).isEmpty();
        assertThat(SignatureStatus.LAPSED.next()).isEmpty();
    }

    @Test
    void two_guardians_count_when_both_say_yes_whoever_speaks_first() {
        assertThat(standing(yes(ONE))).isEqualTo(SignatureStatus.WAITING_FOR_SECOND);
        assertThat(standing(yes(ONE), yes(OTHER))).isEqualTo(SignatureStatus.SIGNED);
        assertThat(standing(no(ONE))).isEqualTo(SignatureStatus.REFUSED_BY_ONE);
        assertThat(standing(no(ONE), yes(OTHER))).isEqualTo(SignatureStatus.REFUSED_BY_ONE);
    }

    /**
     * Whatever they say, in whatever order, is an arrow or leaves it where it stands; after both yeses nobody speaks.
     */
    @Test
    void each_word_of_theirs_is_an_arrow() {
        for (var first : List.of(yes(ONE), no(ONE))) {
            for (var second : List.of(yes(ONE), no(ONE), yes(OTHER), no(OTHER))) {
                for (var third : List.of(yes(ONE), no(ONE), yes(OTHER), no(OTHER))) {
                    follows(List.of(first, second, third));
                }
            }
        }
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        for (var from : SignatureStatus.values()) {
            from.next().forEach(to -> arrows.append("  %s --> %s%n".formatted(from, to)));
        }
        Generated.assertMatches("states/signature.mmd", arrows.toString());
    }

    private static void follows(List<Guardians.Word> said) {
        var so = new ArrayList<Guardians.Word>();
        so.add(said.getFirst());
        var before = standing(said.getFirst());
        for (var word : said.subList(1, said.size())) {
            if (before == SignatureStatus.SIGNED) {
                return;
            }
            so.removeIf(earlier -> earlier.signer().equals(word.signer()));
            so.add(word);
            var after = Guardians.standing(so);
            assertThat(after == before || before.next().contains(after))
                    .as(said + ": " + before + " to " + after)
                    .isTrue();
            before = after;
        }
    }

    private static SignatureStatus standing(Guardians.Word... words) {
        return Guardians.standing(List.of(words));
    }

    private static Guardians.Word yes(UUID signer) {
        return new Guardians.Word(signer, true, "");
    }

    private static Guardians.Word no(UUID signer) {
        return new Guardians.Word(signer, false, "");
    }
}
