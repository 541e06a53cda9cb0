package org.witan.site.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.systems.Credential;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An invented system of an agency that calls the API over HTTP.
public record SystemAtWork(
        String address,
        UUID id,
        UUID agency,
        UUID membership,
        String secret,
        Partnership partnership,
        HttpClient http) {
    public static final String ALL = "records:read records:write referrals:write research:read research:write";
    private static final JsonMapper JSON = new JsonMapper();

    /// A system that is registered with every scope but the trail's and has one secret.
    public static SystemAtWork of(String address, Partnership partnership, UUID agency, Role role, Purpose purpose) {
        UUID id = partnership.account("System");
        partnership.run("update access.account set kind = 'SYSTEM' where id = ?", id);
        UUID membership = partnership.membership(id, agency, role);
        UUID clerk = partnership.account("Clerk");
        partnership.run("""
                insert into access.system (id, membership_id, purpose, answers_name, answers_email, expires_on, registered_by)
                values (?, ?, ?, 'Invented Person', 'invented@example.org', access.today() + 30, ?)
                """, id, membership, purpose.name(), clerk);
        partnership.run(
                "insert into access.system_scope select ?, code from access.scope where code <> 'trail:read'", id);
        var system = new SystemAtWork(
                address, id, agency, membership, Credential.newSecret(), partnership, fromAnAddressOfItsOwn());
        system.addSecret(system.secret, clerk);
        return system;
    }

    /// Refusals are counted for each address: no test may use up another's.
    private static HttpClient fromAnAddressOfItsOwn() {
        byte[] address = Credential.digest(key());
        address = new byte[] {127, address[0], address[1], (byte) (1 + (address[2] & 0x7F))};
        try {
            return HttpClient.newBuilder()
                    .localAddress(InetAddress.getByAddress(address))
                    .build();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void addSecret(String another, UUID clerk) {
        partnership.run(
                "insert into access.system_secret (id, system_id, digest, made_by) values (gen_random_uuid(), ?, ?, ?)",
                id,
                Credential.digest(another),
                clerk);
    }

    /// The answer to asking for a token.
    HttpResponse<String> ask(String withSecret, String form) throws IOException, InterruptedException {
        String pair = Base64.getEncoder().encodeToString((id + ":" + withSecret).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/oauth2/token"))
                        .header("Authorization", "Basic " + pair)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// A new token.
    public String token(String scopes) throws IOException, InterruptedException {
        var answer = ask(secret, "grant_type=client_credentials&scope=" + scopes.replace(" ", "+"));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("access_token").asString();
    }

    public HttpResponse<String> get(String token, String path, String... headers)
            throws IOException, InterruptedException {
        return send(token, path, "GET", HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String token, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(token, path, "POST", HttpRequest.BodyPublishers.ofString(body), headers);
    }

    /// Any request, with `application/json` unless the headers say something else.
    public HttpResponse<String> send(
            String token, String path, String method, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body.contentLength() != 0) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
