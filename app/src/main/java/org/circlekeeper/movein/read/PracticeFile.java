package org.circlekeeper.movein.read;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.circlekeeper.movein.SourceFile;
import org.circlekeeper.practice.FormerRecords;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.TaxId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What practice.json says of a practice, its payers and its former records. */
public record PracticeFile(
        String name,
        Npi npi,
        TaxId taxId,
        String taxonomy,
        Phone phone,
        PostalAddress address,
        ZoneId zone,
        @Nullable Money groupFee,
        @Nullable FormerRecords formerRecords,
        List<PayerLine> payers) {

    private static final int LARGEST = 1 << 20;

    /** One payer of the file. */
    public record PayerLine(String name, String payerId, String filingCode) {}

    /** A file that can be used, or every flaw that prevents it. */
    public sealed interface Reading {}

    /** All fields are what they should be. */
    public record Sound(PracticeFile file) implements Reading {}

    /** Sentences that each name the field and the remedy. */
    public record Flawed(List<String> sentences) implements Reading {}

    public static Reading read(SourceFile file) {
        try (var bytes = file.open()) {
            var text = bytes.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                return new Flawed(List.of(file.name() + " is larger than 1 MB and cannot be a practice."));
            }
            var root = JsonMapper.shared().readTree(text);
            return root.isObject()
                    ? new Reader(file.name(), root).read()
                    : new Flawed(List.of(file.name() + " is not a JSON object: begin it with { and end it with }."));
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            return new Flawed(List.of(file.name() + " is not JSON: look at line "
                    + (where == null ? 1 : where.getLineNr()) + " for a missing comma, quote or bracket."));
        } catch (IOException broken) {
            return new Flawed(List.of(file.name() + " cannot be read. Check that it is there and may be opened."));
        }
    }

    /** Reads field by field and keeps every flaw. */
    private static final class Reader {

        private final String file;
        private final JsonNode root;
        private final List<String> flaws = new ArrayList<>();

        Reader(String file, JsonNode root) {
            this.file = file;
            this.root = root;
        }

        Reading read() {
            var name = text(root, "name");
            var npi = field("npi", Npi::new, "ten digits with a check digit, as the NPI registry shows it");
            var taxId = field("taxId", TaxId::new, "nine digits");
            var taxonomy = field("taxonomy", Reader::taxonomy, "ten characters, like 261QM0850X");
            var phone = field("phone", Phone::read, "a US number of ten digits");
            var zone = field("timeZone", Reader::zone, "a name like America/Chicago");
            var address = address(root.path("address"));
            var fee = fee();
            var former = former(root.path("formerRecords"));
            var payers = payers(root.path("payers"));
            return flaws.isEmpty()
                            && npi != null
                            && taxId != null
                            && taxonomy != null
                            && phone != null
                            && zone != null
                            && address != null
                    ? new Sound(new PracticeFile(name, npi, taxId, taxonomy, phone, address, zone, fee, former, payers))
                    : new Flawed(flaws);
        }

        private String text(JsonNode node, String field) {
            var value = optional(node, field);
            if (value.isEmpty()) {
                flaws.add(file + " has no " + field + ": add it.");
            }
            return value;
        }

        private static String optional(JsonNode node, String field) {
            return node.path(field).asString("").strip();
        }

        private <T> @Nullable T field(String field, Function<String, T> reader, String should) {
            var value = optional(root, field);
            try {
                return reader.apply(value);
            } catch (IllegalArgumentException | DateTimeException notOne) {
                flaws.add(file + ": " + field + (value.isEmpty() ? " is missing" : " \"" + value + "\" is not valid")
                        + "; it should be " + should + ".");
                return null;
            }
        }

        private static String taxonomy(String text) {
            if (!text.matches("[0-9A-Z]{9}X")) {
                throw new IllegalArgumentException(text);
            }
            return text;
        }

        private static ZoneId zone(String text) {
            if (!text.contains("/")) {
                throw new DateTimeException(text);
            }
            return ZoneId.of(text);
        }

        private @Nullable PostalAddress address(JsonNode node) {
            try {
                var address = new PostalAddress(
                        optional(node, "line"),
                        optional(node, "line2"),
                        optional(node, "city"),
                        optional(node, "state"),
                        optional(node, "zip"));
                if (!address.hasNineDigitZip()) {
                    flaws.add(file + ": address.zip \"" + address.zip() + "\" has five digits; claims need all nine of "
                            + "the billing address (ZIP+4).");
                }
                if (address.isPostOfficeBox()) {
                    flaws.add(file + ": address.line is a post-office box; claims need a street address.");
                }
                return address;
            } catch (IllegalArgumentException incomplete) {
                flaws.add(file + ": address: " + incomplete.getMessage()
                        + ". It has line, city, state of two letters and zip of nine digits.");
                return null;
            }
        }

        private @Nullable Money fee() {
            var node = root.path("groupFeeCents");
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            if (!node.isIntegralNumber() || node.asLong() <= 0) {
                flaws.add(file + ": groupFeeCents is the fee of a group session in whole cents, like 6500.");
                return null;
            }
            return new Money(node.asLong());
        }

        private @Nullable FormerRecords former(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            var on = Values.date(optional(node, "on"));
            var by = text(node, "attestedBy");
            if (on.isEmpty()) {
                flaws.add(file + ": formerRecords.on is the day of signing, like 2026-11-20.");
                return null;
            }
            var covers = new ArrayList<String>();
            node.path("covers").forEach(item -> covers.add(item.asString("").strip()));
            return new FormerRecords(by, on.get(), covers);
        }

        private List<PayerLine> payers(JsonNode list) {
            var payers = new ArrayList<PayerLine>();
            list.forEach(node -> {
                var payer = new PayerLine(text(node, "name"), text(node, "payerId"), text(node, "filingCode"));
                if (payers.stream().anyMatch(other -> other.payerId().equals(payer.payerId()))) {
                    flaws.add(file + ": payer id " + payer.payerId() + " is listed twice; keep one.");
                }
                payers.add(payer);
            });
            return payers;
        }
    }
}
