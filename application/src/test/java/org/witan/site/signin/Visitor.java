package org.witan.site.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.witan.access.signin.AppCodes;

/// Somebody at a browser without JavaScript: follows no redirect, and keeps the cookie.
final class Visitor {
    static final String PASSWORD = "purple ladder quietly sings";
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private String cookie = "";

    Visitor(String address) {
        this.address = address;
    }

    HttpResponse<String> open(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sets a password and a code behind an invitation; returns the secret of the app.
    String join(String token) {
        var page = open("/join/" + token);
        String secret = secret(page);
        var answer = post("/join/" + token, credential(page, now(secret)));
        if (answer.statusCode() != 302) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return secret;
    }

    HttpResponse<String> signIn(String email, String password, String code) {
        return post("/sign-in", Map.of("email", email, "password", password, "code", code));
    }

    static Map<String, String> credential(HttpResponse<String> page, String code) {
        return Map.of("password", PASSWORD, "kept", found(page, "name=\"kept\" value=\"([^\"]*)\""), "code", code);
    }

    static String secret(HttpResponse<String> page) {
        return found(page, "<code id=\"secret\">([^<]*)<");
    }

    /// What the app shows now.
    static String now(String secret) {
        return AppCodes.at(secret, Instant.now());
    }

    /// What the app will show next: taken already, as clocks may differ, and not used yet.
    static String next(String secret) {
        return AppCodes.at(secret, Instant.now().plusSeconds(30));
    }

    void holds(String session) {
        cookie = session;
    }

    String cookie() {
        return cookie;
    }

    private static String found(HttpResponse<String> page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not on the page: " + page.statusCode());
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            return answer;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
