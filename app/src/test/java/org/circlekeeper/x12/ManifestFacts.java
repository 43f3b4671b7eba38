package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Compares what we tell of a file with what another reader counted in it, and with what its writer meant. */
final class ManifestFacts {

    private ManifestFacts() {}

    static void assertComputed(List<JsonNode> told, JsonNode computed) {
        if (computed.has("ta1")) {
            var answer = computed.get("ta1").get(0);
            assertThat(told.getFirst().get("interchange").asString())
                    .isEqualTo(answer.get(0).asString());
            assertThat(told.getFirst().get("status").asString())
                    .isEqualTo(answer.get(1).asString());
            assertThat(told.getFirst().get("code").asString())
                    .isEqualTo(answer.get(2).asString());
            return;
        }
        for (int at = 0; at < told.size(); at++) {
            var one = told.get(at);
            assertThat(one.get("version").asString())
                    .isEqualTo(computed.get("gs08").asString());
            var detail = computed.get("detail").get(at);
            switch (one.get("transaction").asString()) {
                case "837P" -> claims(one, detail);
                case "835" -> remittance(one, detail);
                case "999" -> acknowledgment(one, detail);
                case "277", "277CA" -> answers(one, detail);
                default -> {}
            }
        }
    }

    static void assertIntended(List<JsonNode> told, Map<String, String> intended) {
        intended.forEach((name, value) -> {
            switch (told.getFirst().get("transaction").asString() + " " + name) {
                case "835 claims" -> assertThat(sum(told, "/claims")).isEqualTo(Long.parseLong(value));
                case "835 paid" -> assertThat(sum(told, "/claimTotals/paid")).isEqualTo(cents(value));
                case "835 plb" -> assertThat(sum(told, "/providerAdjustments")).isEqualTo(cents(value));
                case "835 check" -> assertThat(sum(told, "/paid")).isEqualTo(cents(value));
                case "835 checks" -> assertThat(told).hasSize(Integer.parseInt(value));
                case "835 denied", "999 accepted", "999 rejected", "277CA accepted", "277CA rejected" ->
                    assertThat(sum(told, "/" + name)).isEqualTo(Long.parseLong(value));
                case "835 balanced" ->
                    assertThat(told).allMatch(one -> one.get("balanced").asBoolean() == value.equals("Y"));
                case "999 group", "TA1 status", "TA1 code" ->
                    assertThat(told.getFirst().get(name).asString()).isEqualTo(value);
                case "999 ak9" ->
                    assertThat(told.getFirst().get("status").asString()).isEqualTo(value);
                case "TA1 icn" ->
                    assertThat(told.getFirst().get("controlNumber").asString()).isEqualTo(value);
                case "277CA rejected_pcn" ->
                    assertThat(rejected(told.getFirst())).containsExactly(value);
                case "277CA batch_reject" ->
                    assertThat(told.getFirst().get("batchRejected").asBoolean()).isTrue();
                case "277 status" ->
                    assertThat(told.getFirst().at("/claims/0/codes/0").asString())
                            .startsWith(value + ":");
                case "277 paid" ->
                    assertThat(told.getFirst().at("/claims/0/paidCents").longValue())
                            .isEqualTo(cents(value));
                default -> {}
            }
        });
    }

    private static void claims(JsonNode one, JsonNode detail) {
        assertThat(one.get("claims").longValue()).isEqualTo(detail.get("claims").longValue());
        assertThat(one.get("total").longValue())
                .isEqualTo(cents(detail.get("total").asString()));
        assertThat(one.get("frequencies")).isEqualTo(detail.get("freq"));
        assertThat(one.get("placesOfService")).isEqualTo(detail.get("pos"));
        detail.get("cpt")
                .properties()
                .forEach(code ->
                        assertThat(one.get("procedures").get(code.getKey())).isEqualTo(code.getValue()));
    }

    private static void remittance(JsonNode one, JsonNode detail) {
        assertThat(one.get("checkNumber")).isEqualTo(detail.get("check"));
        assertThat(one.get("method")).isEqualTo(detail.get("method"));
        assertThat(one.get("payer")).isEqualTo(detail.get("payer"));
        assertThat(one.get("date").asString().replace("-", ""))
                .isEqualTo(detail.get("date").asString());
        assertThat(one.get("paid").longValue())
                .isEqualTo(cents(detail.get("bpr").asString()));
        assertThat(one.get("claims")).isEqualTo(detail.get("claims"));
        assertThat(one.at("/claimTotals/charge").longValue())
                .isEqualTo(cents(detail.get("charged").asString()));
        assertThat(one.at("/claimTotals/paid").longValue())
                .isEqualTo(cents(detail.get("paid").asString()));
        assertThat(one.at("/claimTotals/patient").longValue())
                .isEqualTo(cents(detail.get("patient_resp").asString()));
        assertThat(one.get("providerAdjustments").longValue())
                .isEqualTo(cents(detail.get("plb").asString()));
        for (var group : List.of("CO", "PR", "OA", "PI", "CR")) {
            var there = detail.get("cas").get(group);
            assertThat(one.get("adjustments").get(group).longValue())
                    .as(group)
                    .isEqualTo(there == null ? 0 : cents(there.asString()));
        }
        assertThat(one.get("statuses")).isEqualTo(detail.get("status"));
        assertThat(one.get("serviceLines")).isEqualTo(detail.get("lines"));
        boolean claimsBalance = detail.get("claims_out_of_balance").intValue() == 0
                && detail.get("claims_with_line_imbalance").intValue() == 0;
        assertThat(one.get("differenceCents").longValue() == 0)
                .isEqualTo(detail.get("check_balances").asBoolean());
        assertThat(one.get("balanced").asBoolean())
                .isEqualTo(claimsBalance && detail.get("check_balances").asBoolean());
    }

    private static void acknowledgment(JsonNode one, JsonNode detail) {
        assertThat(one.get("groupKind").asString() + "*" + one.get("group").asString())
                .isEqualTo(detail.get("ak1").asString().replaceFirst("\\*[^*]*$", ""));
        assertThat(detail.get("ak9").asString()).startsWith(one.get("status").asString() + "*");
        var sets = detail.get("sets");
        assertThat(one.get("sets")).hasSameSizeAs(sets);
        for (int at = 0; at < sets.size(); at++) {
            assertThat(one.get("sets").get(at).get("controlNumber"))
                    .isEqualTo(sets.get(at).get(1));
            assertThat(one.get("sets").get(at).get("status"))
                    .isEqualTo(sets.get(at).get(2));
        }
    }

    private static void answers(JsonNode one, JsonNode detail) {
        assertThat(one.get("claims").size()).isEqualTo(detail.get("claims").intValue());
        var sample = detail.get("sample");
        for (int at = 0; at < sample.size(); at++) {
            var claim = one.get("claims").get(at);
            assertThat(claim.get("trace")).isEqualTo(sample.get(at).get(0));
            assertThat(claim.get("codes")).isEqualTo(sample.get(at).get(1));
            assertThat(claim.get("payerClaimNumber").asString(""))
                    .isEqualTo(sample.get(at).get(2).asString());
        }
        if (one.get("transaction").asString().equals("277CA")) {
            assertThat(rejected(one)).isEqualTo(Telling.texts(detail.get("rejected")));
        }
    }

    private static List<String> rejected(JsonNode one) {
        var claims = one.get("claims");
        return IntStream.range(0, claims.size())
                .mapToObj(claims::get)
                .filter(claim -> claim.get("outcome").asString().equals("rejected"))
                .map(claim -> claim.get("claimNumber").asString())
                .toList();
    }

    private static long sum(List<JsonNode> told, String pointer) {
        return told.stream().mapToLong(one -> one.at(pointer).longValue()).sum();
    }

    private static long cents(String dollars) {
        return new BigDecimal(dollars).movePointRight(2).longValueExact();
    }
}
