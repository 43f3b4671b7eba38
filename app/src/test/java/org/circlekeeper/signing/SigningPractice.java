package org.circlekeeper.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.documents.Stored;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** A practice whose member has agreed to electronic papers; and somebody who alters rows behind the program's back. */
@Component
public class SigningPractice {

    private final AnyPractice any;
    private final Signatures signatures;
    private final Documents documents;
    private final ObjectProvider<FlywayConnectionDetails> owners;

    SigningPractice(
            AnyPractice any,
            Signatures signatures,
            Documents documents,
            ObjectProvider<FlywayConnectionDetails> owners) {
        this.any = any;
        this.signatures = signatures;
        this.documents = documents;
        this.owners = owners;
    }

    public PatientId agreeing(PracticeId practice) {
        var patient = any.patient(practice);
        agrees(practice, AnySigning.by(patient, "Ana Ruiz"));
        return patient;
    }

    /** The word of a patient that papers may be electronic. */
    public SignatureId agrees(PracticeId practice, Patient patient) {
        return agrees(practice, AnySigning.by(patient.id(), patient.name().toString()));
    }

    public SignatureId agrees(PracticeId practice, AnySigning who) {
        return done(any.in(practice, () -> signatures.sign(who.electronic(), who.actor())))
                .id();
    }

    public Outcome sign(PracticeId practice, AnySigning signing) {
        return any.in(practice, () -> signatures.sign(signing.paper(), signing.actor()));
    }

    public SignatureId signed(PracticeId practice, AnySigning signing) {
        return done(sign(practice, signing)).id();
    }

    public static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    /** A sheet as a scanner gives it. */
    public DocumentId scan(PracticeId practice, PatientId patient) {
        var stored = any.in(
                practice,
                () -> documents.store(DocumentKind.SCANNED_PAPER, patient.value(), "Sheet", anyPdf(), TESTER));
        return ((Stored.Kept) stored).id();
    }

    public static byte[] anyPdf() {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The words of a document. */
    public String text(PracticeId practice, DocumentId id) {
        var opened = (Opened.Whole) any.in(practice, () -> documents.open(id));
        try (var pdf = Loader.loadPDF(opened.bytes())) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** As somebody with the password of the tables' owner would. */
    public void tamper(PracticeId practice, UUID about, String sql) {
        var owner = owners.getObject();
        try (var connection =
                DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
            var tables = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            tables.sql("select set_config('circlekeeper.practice', :practice, false)")
                    .param("practice", practice.toString())
                    .query(String.class)
                    .single();
            assertThat(tables.sql(sql).param("id", about).update()).isPositive();
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
