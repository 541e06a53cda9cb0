package org.witan.site;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody who opens pages and sends forms without a browser, and follows no redirect.
///
/// @param cookie the header `Cookie`; empty for somebody who has none
public record Sender(String address, String cookie) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(to(path).build(), BodyHandlers.ofString());
    }

    /// Sends a form.
    ///
    /// @param fields names and what they hold, in turn
    public HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        List<String> form = new ArrayList<>();
        for (int at = 0; at < fields.length; at += 2) {
            form.add(field(fields[at], fields[at + 1]));
        }
        return send(path, String.join("&", form));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(
                path,
                String.join(
                        "&",
                        fields.entrySet().stream()
                                .map(one -> field(one.getKey(), one.getValue()))
                                .toList()));
    }

    /// Sends a form.
    ///
    /// @param form as it is sent, each value encoded
    public HttpResponse<String> send(String path, String form) throws IOException, InterruptedException {
        return HTTP.send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", address)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    public static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String field(String name, String value) {
        return name + "=" + encoded(value);
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }
}
