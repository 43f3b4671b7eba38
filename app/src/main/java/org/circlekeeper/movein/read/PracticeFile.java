package org.circlekeeper.movein.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** Ten thousand dollars: nobody asks more for a seat, and a slip of the keyboard does. */
    private static final int LARGEST_FEE = 1_000_000;

    /** Claim filing indicators of 005010X222A1, 2000B SBR09. */
    private static final String FILING_CODES = "1[1-7]|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ";

    private static final Set<String> FIELDS = Set.of(
            "name",
            "npi",
            "taxId",
            "taxonomy",
            "phone",
            "address",
            "timeZone",
            "groupFeeCents",
            "formerRecords",
            "payers",
            "payers: name",
            "payers: payerId",
            "payers: filingCode");
    private static final Map<String, String> COVERED =
            new TreeMap<>(Map.of("plan", "treatment plans", "consent", "consents", "coverage", "coverage checks"));

    /** One payer of the file. */
    public record PayerLine(String name, String payerId, String filingCode) {}

    /** A file that can be used, or every flaw that prevents it. */
    public sealed interface Reading {}

    /** All fields are what they should be; {@code notRead} are those that nothing is made of. */
    public record Sound(PracticeFile file, List<String> notRead) implements Reading {}

    /** Sentences that each name the field and the remedy. */
    public record Flawed(List<String> sentences) implements Reading {}

    public static Reading read(SourceFile file) {
        try (var bytes = file.open()) {
            var text = bytes.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                return new Flawed(List.of(file.name() + " is larger than 1 MB and cannot be a practice."));
            }
            var root = JsonMapper.shared().readTree(letters(file, text));
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

    private static String letters(SourceFile file, byte[] text) throws IOException {
        if (Encoding.of(file) instanceof Encoding.Known known) {
            try (var reader = known.open(file)) {
                return reader.readAllAsString();
            }
        }
        return new String(text, StandardCharsets.UTF_8);
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
                    ? new Sound(
                            new PracticeFile(name, npi, taxId, taxonomy, phone, address, zone, fee, former, payers),
                            notRead())
                    : new Flawed(flaws);
        }

        private List<String> notRead() {
            var names = new TreeSet<>(root.propertyNames());
            root.path("payers").forEach(payer -> payer.propertyNames().forEach(field -> names.add("payers: " + field)));
            names.removeAll(FIELDS);
            return List.copyOf(names);
        }

        private String text(JsonNode node, String field) {
            var value = optional(node, field);
            if (value.isEmpty()) {
                flaws.add(file + " has no " + field + ": add it.");
            }
            return value;
        }

        private String ofPayer(JsonNode node, String field, int number) {
            var value = optional(node, field);
            if (value.isEmpty()) {
                flaws.add(file + ": payer " + number + " of the list has no " + field + ": add it.");
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
                if (!address.isInTheStates()) {
                    flaws.add(file + ": address.state \"" + address.state() + "\" is no state of the post office; "
                            + "it has two letters, like IL.");
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
            if (!node.isInt() || node.asInt() <= 0 || node.asInt() > LARGEST_FEE) {
                flaws.add(file + ": groupFeeCents is the fee of a group session in whole cents, like 6500, and at most "
                        + LARGEST_FEE + ".");
                return null;
            }
            return new Money(node.asInt());
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
            return new FormerRecords(by, on.get(), covers(node.path("covers")));
        }

        /** An attestation that names nothing in particular is of all that one may attest. */
        private List<String> covers(JsonNode list) {
            if (list.isMissingNode() || list.isNull() || list.isArray() && list.isEmpty()) {
                return List.copyOf(COVERED.values());
            }
            if (!list.isArray()) {
                flaws.add(file + ": formerRecords.covers is a list between [ and ].");
            }
            var covers = new ArrayList<String>();
            list.forEach(item -> {
                var said = item.asString("").strip().toLowerCase(Locale.ROOT);
                var meant = COVERED.entrySet().stream()
                        .filter(one -> said.contains(one.getKey()))
                        .findFirst();
                meant.ifPresentOrElse(
                        one -> covers.add(one.getValue()),
                        () -> flaws.add(file + ": formerRecords.covers has \"" + said + "\"; it may name "
                                + String.join(", ", COVERED.values()) + "."));
            });
            return covers;
        }

        private List<PayerLine> payers(JsonNode list) {
            if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
                flaws.add(file + ": payers is a list between [ and ].");
            }
            var payers = new ArrayList<PayerLine>();
            list.forEach(node -> {
                int number = payers.size() + 1;
                var payer = new PayerLine(
                        ofPayer(node, "name", number),
                        ofPayer(node, "payerId", number),
                        ofPayer(node, "filingCode", number));
                if (!payer.payerId().isEmpty() && !payer.payerId().matches("[A-Za-z0-9-]{2,80}")) {
                    flaws.add(file + ": payer id \"" + payer.payerId()
                            + "\" should have two to eighty letters and digits.");
                }
                if (!payer.payerId().isEmpty()
                        && payers.stream().anyMatch(other -> other.payerId().equals(payer.payerId()))) {
                    flaws.add(file + ": payer id " + payer.payerId() + " is listed twice; keep one.");
                }
                if (!payer.filingCode().isEmpty() && !payer.filingCode().matches(FILING_CODES)) {
                    flaws.add(file + ": payer " + payer.payerId() + " has the filing code \"" + payer.filingCode()
                            + "\", which is none; CI is commercial, MB Medicare Part B, MC Medicaid.");
                }
                payers.add(payer);
            });
            return payers;
        }
    }
}
