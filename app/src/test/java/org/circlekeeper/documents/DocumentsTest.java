package org.circlekeeper.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.access.KeyedHash;
import org.circlekeeper.access.Seal;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that come in, lie sealed, are opened again, and are taken off the record. */
@PracticeTest
class DocumentsTest {

    private static final byte[] PDF = "%PDF-1.7 Ana Quillfeather".getBytes(ISO_8859_1);

    @Autowired
    AnyPractice any;

    @Autowired
    Documents documents;

    @Autowired
    AuditTrail audit;

    @Autowired
    Home home;

    @Autowired
    JdbcClient db;

    PracticeId practice;
    UUID ana;
    DocumentId id;

    @BeforeEach
    void one_document() {
        practice = any.open();
        ana = any.patient(practice).value();
        id = store("Karte für Ana ✓\n\u0000");
    }

    @Test
    void what_was_stored_is_opened_to_the_byte() {
        assertThat(open(practice)).isInstanceOfSatisfying(Opened.Whole.class, whole -> {
            assertThat(whole.bytes()).isEqualTo(PDF);
            assertThat(whole.document().name()).isEqualTo("Karte für Ana ✓");
            assertThat(whole.document().type()).isEqualTo(FileType.PDF);
        });
        assertThat(any.in(practice, () -> documents.of(ana)))
                .extracting(Document::id)
                .containsExactly(id);
        assertThat(any.in(practice, () -> audit.entriesAbout(ana)))
                .extracting(entry -> entry.what() + ", " + entry.subject())
                .contains("stored a document, document " + id);
    }

    @Test
    void in_the_database_it_can_be_read_by_nobody() {
        var sealed = any.in(
                practice,
                () -> db.sql("select sealed from documents.content where document_id = :id")
                        .param("id", id.value())
                        .query(byte[].class)
                        .single());

        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("Quillfeather", "%PDF");
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        var stored = any.in(
                practice,
                () -> documents.store(
                        DocumentKind.OTHER, ana, "card.jpg", "<html></html>".getBytes(ISO_8859_1), TESTER));

        assertThat(stored).isInstanceOf(Stored.Refused.class);
        assertThat(any.in(practice, () -> documents.of(ana))).hasSize(1);
    }

    @Test
    void a_document_is_taken_off_the_record_for_a_reason_and_kept() {
        assertThatThrownBy(() -> any.in(practice, () -> documents.remove(id, " ", TESTER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(any.in(practice, () -> documents.remove(id, "of another member", TESTER)))
                .isTrue();

        assertThat(any.in(practice, () -> documents.remove(id, "again", TESTER)))
                .isFalse();
        assertThat(open(practice)).isInstanceOf(Opened.Removed.class);
        assertThat(any.in(practice, () -> documents.openEvenRemoved(id))).isInstanceOf(Opened.Whole.class);
        var removed = Objects.requireNonNull(
                any.in(practice, () -> documents.find(id)).orElseThrow().removed());
        assertThat(removed.why()).isEqualTo("of another member");
        assertThat(removed.by()).isEqualTo(TESTER.label());
    }

    @Test
    void the_program_itself_cannot_change_or_delete_one() {
        for (var sql : List.of(
                "update documents.document set patient_id = id",
                "update documents.content set sealed = ''",
                "delete from documents.document",
                "delete from documents.content")) {
            assertThatThrownBy(() -> any.run(practice, () -> db.sql(sql).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void another_practice_finds_none() {
        var other = any.open();

        assertThat(open(other)).isInstanceOf(Opened.Unknown.class);
        assertThat(any.in(other, () -> documents.of(ana))).isEmpty();
        assertThat(any.in(other, () -> documents.remove(id, "not theirs", TESTER)))
                .isFalse();
        assertThat(open(practice)).isInstanceOf(Opened.Whole.class);
    }

    @Test
    void a_download_is_a_file_of_a_neutral_name_that_runs_nowhere() {
        var answer = Download.of((Opened.Whole) open(practice));
        var heads = answer.getHeaders();

        assertThat(heads.getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"insurance-card-" + id + ".pdf\"");
        assertThat(heads.getFirst("Content-Security-Policy")).startsWith("sandbox;");
        assertThat(heads.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(heads.getCacheControl()).isEqualTo("no-store");
        assertThat(heads.toString()).doesNotContain("Ana", "Karte");
    }

    @Test
    void a_seal_opens_with_its_key_as_what_it_was_and_unaltered_alone(@TempDir Path other) {
        var seal = Seal.with(home, "test-seal");
        var sealed = seal.seal(PDF, "a letter");
        var altered = sealed.clone();
        altered[sealed.length / 2] ^= 1;

        assertThat(seal.open(sealed, "a letter")).hasValue(PDF);
        assertThat(Seal.with(home, "test-seal").open(sealed, "a letter")).hasValue(PDF);
        assertThat(seal.open(altered, "a letter")).isEmpty();
        assertThat(seal.open(sealed, "another letter")).isEmpty();
        assertThat(seal.open(new byte[0], "a letter")).isEmpty();
        var elsewhere = Seal.with(Home.at(other), "test-seal");
        assertThat(elsewhere.open(sealed, "a letter")).isEmpty();
        assertThat(elsewhere.key()).isNotEqualTo(seal.key()).hasSize(16);
        assertThat(seal.seal(PDF, "a letter")).as("never the same twice").isNotEqualTo(sealed);
    }

    /** RFC 2104 with lengths before the parts: what ends one part does not begin the next. */
    @Test
    void a_keyed_hash_tells_its_parts_apart() {
        var hash = KeyedHash.with(home, "test-hash");

        assertThat(hash.of(bytes("ab"), bytes("c"))).isEqualTo(hash.of(bytes("ab"), bytes("c")));
        assertThat(hash.of(bytes("ab"), bytes("c"))).isNotEqualTo(hash.of(bytes("a"), bytes("bc")));
        assertThat(KeyedHash.with(home, "another").of(bytes("ab"), bytes("c")))
                .isNotEqualTo(hash.of(bytes("ab"), bytes("c")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private Opened open(PracticeId in) {
        return any.in(in, () -> documents.open(id));
    }

    private DocumentId store(String name) {
        var stored = any.in(
                practice,
                () -> documents.store(DocumentKind.INSURANCE_CARD, ana, name, new ByteArrayInputStream(PDF), TESTER));
        return ((Stored.Kept) stored).id();
    }
}
