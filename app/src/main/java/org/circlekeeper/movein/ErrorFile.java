package org.circlekeeper.movein;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The refused rows as a CSV file that a spreadsheet opens without calculating anything. */
public final class ErrorFile {

    private ErrorFile() {}

    public static String of(List<Refused> refused) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("File", "Row", "Id", "Reason");
            refused.forEach(row ->
                    csv.writeRecord(safe(row.file()), String.valueOf(row.row()), safe(row.id()), safe(row.reason())));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }

    /** A leading apostrophe keeps a spreadsheet from reading a formula (CWE-1236). */
    static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
