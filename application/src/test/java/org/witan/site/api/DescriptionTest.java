package org.witan.site.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.witan.site.api.SystemAtWork.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.witan.RunningApplication;
import org.witan.access.OpenToEveryone;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.systems.Scope;
import tools.jackson.databind.JsonNode;

/// The description of the API says what the API does: no path more or less, no scope, request, answer or problem that
/// is not so.
class DescriptionTest extends RunningApplication {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Autowired
    private RequestMappingHandlerMapping handlers;

    private SystemAtWork system;
    private JsonNode description;

    @BeforeEach
    void theDescription() throws Exception {
        system = SystemAtWork.of(
                address(), partnership(), partnership().agency("POLICE"), Role.REPRESENTATIVE, Purpose.MARAC);
        var answer = system.get("", "/api/v1/openapi.json");
        assertThat(answer.statusCode()).as("open to everyone").isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        description = json(answer);
        assertThat(description.get("openapi").asString()).isEqualTo("3.1.0");
    }

    @Test
    void everyPathIsInItWithItsScopesAndNoOther() {
        assertThat(described()).isEqualTo(handled());
    }

    @Test
    void everyScopeIsExplained() {
        var explained = description.at("/components/securitySchemes/system/flows/clientCredentials/scopes");
        assertThat(explained.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Scope.values()).stream().map(Scope::code).toList());
    }

    @Test
    void everyExampleOfAnAnswerHasTheShapeThatItSays() {
        operations().forEach((name, operation) -> {
            for (JsonNode answer : operation.get("responses").values()) {
                for (JsonNode content : resolved(answer).path("content").values()) {
                    if (content.has("example")) {
                        assertThat(faults(content.get("schema"), content.get("example")))
                                .as(name)
                                .isEmpty();
                    }
                }
            }
        });
    }

    @Test
    void everyTypeOfProblemIsInIt() {
        for (Fault fault : Fault.values()) {
            assertThat(description.get("components").toString()).contains(fault.type());
        }
    }

    @Test
    void everyExampleIsSentAndAnsweredAsItSays() throws Exception {
        UUID record = partnership().record(RecordKind.CASE, system.agency());
        String token = system.token(SystemAtWork.ALL);
        UUID request = requestFor(token);
        for (var named : operations().entrySet()) {
            String[] name = named.getKey().split(" ", 2);
            if (name[1].equals("/api/v1/trail")) {
                continue; // Another role's: the test below.
            }
            UUID id = name[1].contains("research")
                    ? request
                    : name[1].contains("incidents") ? referralOf(request) : record;
            String path = name[1].replace("{id}", id.toString());
            for (String body : bodies(named.getValue())) {
                hold(named.getValue(), answer(token, name[0], path, body));
            }
        }
    }

    @Test
    void theTrailIsAnsweredAsItSays() throws Exception {
        var officer = SystemAtWork.of(
                address(), partnership(), system.agency(), Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        partnership().run("insert into access.system_scope values (?, 'trail:read')", officer.id());
        String token = officer.token("trail:read");
        officer.get(token, "/api/v1/me");
        hold(Objects.requireNonNull(operations().get("GET /api/v1/trail")), answer(token, "GET", "/api/v1/trail", ""));
    }

    @Test
    void anAnswerOfAnotherShapeWouldBeNoticed() {
        var schema = description.at("/components/schemas/Count");
        assertThat(faults(schema, description.at("/components/schemas/Count"))).isNotEmpty();
    }

    private HttpResponse<String> answer(String token, String method, String path, String body) throws Exception {
        var content = body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return system.send(
                token,
                path,
                method,
                content,
                "Idempotency-Key",
                SystemAtWork.key(),
                "If-Match",
                system.send(token, path, "GET", HttpRequest.BodyPublishers.noBody())
                        .headers()
                        .firstValue("ETag")
                        .orElse("*"));
    }

    /// A referral of this system, on an agenda to come.
    private UUID requestFor(String token) throws Exception {
        JsonNode refer = Objects.requireNonNull(operations().get("POST /api/v1/referrals"));
        var made = answer(token, "POST", "/api/v1/referrals", bodies(refer).getFirst());
        UUID referral = UUID.fromString(json(made).get("id").asString());
        UUID board = UUID.randomUUID();
        UUID meeting = UUID.randomUUID();
        UUID item = UUID.randomUUID();
        UUID clerk = partnership().account("Clerk");
        partnership().run("""
                insert into meeting.board (id, kind, name, area, agency_id, made_at, made_by)
                values (?, 'MARAC', ?, '', ?, now(), ?)
                """, board, "Invented board " + board, system.agency(), clerk);
        partnership().run("""
                insert into meeting.meeting (id, board_id, made_at, made_by) values (?, ?, now(), ?)
                """, meeting, board, clerk);
        partnership().run("""
                insert into meeting.timing (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version)
                values (gen_random_uuid(), ?, now() + interval '9 days', 180, '', '', '', now(), ?, 0)
                """, meeting, clerk);
        partnership().run("""
                insert into meeting.item (id, meeting_id, record_id, kind, section, place, put_on_at, put_on_by)
                values (?, ?, ?, 'CASE', 'WITH_CHILDREN', 1, now(), ?)
                """, item, meeting, referral, clerk);
        return item;
    }

    private UUID referralOf(UUID request) {
        return UUID.fromString(partnership()
                .asked("select record_id from meeting.item where id = ?", request)
                .getFirst());
    }

    private void hold(JsonNode operation, HttpResponse<String> answer) {
        JsonNode described = operation.get("responses").path(String.valueOf(answer.statusCode()));
        assertThat(described.isMissingNode())
                .as(operation.get("operationId") + " " + answer.statusCode() + " " + answer.body())
                .isFalse();
        assertThat(answer.statusCode()).isIn(200, 201);
        JsonNode content = resolved(described).at("/content/application~1json");
        assertThat(faults(content.get("schema"), json(answer)))
                .as(answer.body())
                .isEmpty();
        for (String header : resolved(described).path("headers").propertyNames()) {
            if (!header.equals("Link")) {
                assertThat(answer.headers().firstValue(header)).as(header).isPresent();
            }
        }
    }

    private static List<String> bodies(JsonNode operation) {
        JsonNode examples = operation.at("/requestBody/content/application~1json/examples");
        return examples.isMissingNode()
                ? List.of("")
                : examples.valueStream()
                        .map(example -> example.get("value").toString())
                        .toList();
    }

    /// What is wrong with a value by a schema, as far as our schemas go.
    private List<String> faults(JsonNode given, JsonNode value) {
        JsonNode schema = resolved(given);
        var faults = new ArrayList<String>();
        if (schema.has("type") && !hasType(schema.get("type"), value)) {
            return List.of(value + " is no " + schema.get("type"));
        }
        if (value.isNull()) {
            return List.of();
        }
        if (schema.has("enum") && !schema.get("enum").toString().contains(value.toString())) {
            faults.add(value + " is not in " + schema.get("enum"));
        }
        if (schema.path("format").asString("").equals("uuid") && value.isString()) {
            UUID.fromString(value.asString());
        }
        for (JsonNode name : schema.path("required").values()) {
            if (!value.has(name.asString())) {
                faults.add(name + " is missing");
            }
        }
        for (String name : value.isObject() ? value.propertyNames() : Set.<String>of()) {
            JsonNode member = schema.path("properties").path(name);
            if (!member.isMissingNode()) {
                faults.addAll(faults(member, value.get(name)));
            } else if (schema.path("additionalProperties").isBoolean()) {
                faults.add(name + " is not described");
            }
        }
        if (value.isArray()) {
            value.values().forEach(item -> faults.addAll(faults(schema.get("items"), item)));
        }
        return faults;
    }

    private static boolean hasType(JsonNode types, JsonNode value) {
        String type = value.isNull()
                ? "null"
                : value.isObject()
                        ? "object"
                        : value.isArray()
                                ? "array"
                                : value.isIntegralNumber() ? "integer" : value.isBoolean() ? "boolean" : "string";
        return types.isArray()
                ? types.toString().contains("\"" + type + "\"")
                : types.asString().equals(type);
    }

    private JsonNode resolved(JsonNode given) {
        return given.has("$ref") ? description.at(given.get("$ref").asString().substring(1)) : given;
    }

    private Map<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        for (var path : description.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.put(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue());
                }
            }
        }
        return operations;
    }

    private Set<String> described() {
        return operations().entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue()
                                .get("security")
                                .valueStream()
                                .map(needed -> needed.get("system").toString())
                                .toList())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> handled() {
        var handled = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((mapping, method) -> {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/") && !path.startsWith("/api/v1/samples")) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(verb -> handled.add(verb + " " + path + " " + needs(method)));
                }
            }
        });
        return handled;
    }

    private static List<String> needs(HandlerMethod method) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) {
            assertThat(method.hasMethodAnnotation(OpenToEveryone.class))
                    .as(method.toString())
                    .isTrue();
            return List.of();
        }
        return List.of(List.of(needs.value()).stream()
                .map(scope -> "\"" + scope.code() + "\"")
                .collect(Collectors.joining(",", "[", "]")));
    }
}
