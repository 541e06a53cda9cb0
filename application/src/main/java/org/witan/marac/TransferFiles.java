package org.witan.marac;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.access.Refused;
import org.witan.people.Standing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes and reads what a sealed file holds: the content for a machine, and the same for a person to read.
@Component
class TransferFiles {
    /// The only names that may stand for nothing.
    private static final Set<String> MAY_BE_ABSENT = Set.of(
            "lastEventOn",
            "sharing",
            "answer",
            "from",
            "until",
            "due",
            "madeOn",
            "servedOn",
            "endsOn",
            "endedOn",
            "level",
            "category");

    private static final int MOST_PERSONS = 20;
    private static final int WITHOUT_ORDERS = 2;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    byte[] write(TransferContent content, String readable) {
        return json.writeValueAsString(new Payload(readable, content)).getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a content.
    ///
    /// @throws Refused when it is damaged, or of another version
    TransferContent read(byte[] bytes) {
        try {
            JsonNode all = json.readTree(new String(bytes, StandardCharsets.UTF_8));
            refuseOlder(all.path("transfer").path("version"));
            fill(all.path("transfer"));
            refuseGaps(all);
            TransferContent content = json.treeToValue(all, Payload.class).transfer();
            if (!isWhole(content) || !isOfItsPersons(content)) {
                throw new Refused("marac.refused.transfer.content");
            }
            return content;
        } catch (JacksonException _) {
            throw new Refused("marac.refused.transfer.content");
        }
    }

    private static boolean isWhole(TransferContent content) {
        int persons = content.persons().size();
        return content.version() == TransferContent.VERSION
                && persons <= MOST_PERSONS
                && content.assessments().stream()
                        .flatMap(one -> one.answers().stream())
                        .allMatch(one -> one.answer() != null)
                && content.persons().stream().anyMatch(one -> one.standing() == Standing.VICTIM)
                && content.between().stream()
                        .allMatch(one -> one.one() != one.other()
                                && Math.min(one.one(), one.other()) >= 0
                                && Math.max(one.one(), one.other()) < persons);
    }

    /// Whom an order binds and protects is among the persons, and none is named twice.
    private static boolean isOfItsPersons(TransferContent content) {
        int persons = content.persons().size();
        return content.orders().stream()
                .map(one -> Stream.concat(one.binds().stream(), one.protects().stream())
                        .toList())
                .allMatch(all -> all.stream().allMatch(place -> place >= 0 && place < persons)
                        && all.stream().distinct().count() == all.size());
    }

    /// A file that was sealed before orders and links went with a case has none of them.
    private static void fill(JsonNode transfer) {
        if (transfer instanceof ObjectNode older
                && older.path("version").intValue(0) == WITHOUT_ORDERS
                && !older.has("orders")
                && !older.has("links")) {
            older.put("version", TransferContent.VERSION);
            older.putArray("orders");
            older.putArray("links");
        }
    }

    private static void refuseOlder(JsonNode version) {
        if (version.isInt() && version.intValue() > 0 && version.intValue() < WITHOUT_ORDERS) {
            throw new Refused("marac.refused.transfer.older");
        }
    }

    private static void refuseGaps(JsonNode node) {
        node.properties().forEach(one -> {
            if (one.getValue().isNull() && !MAY_BE_ABSENT.contains(one.getKey())) {
                throw new Refused("marac.refused.transfer.content");
            }
            refuseGaps(one.getValue());
        });
        if (node.isArray()) {
            node.forEach(one -> {
                if (one.isNull()) {
                    throw new Refused("marac.refused.transfer.content");
                }
                refuseGaps(one);
            });
        }
    }

    /// All that a sealed file holds.
    ///
    /// @param readable for a person; whoever receives it makes their own
    private record Payload(String readable, TransferContent transfer) {

        @Override
        public String toString() {
            return "a payload";
        }
    }
}
