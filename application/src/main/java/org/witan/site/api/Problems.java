package org.witan.site.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.witan.site.Wording;
import tools.jackson.databind.json.JsonMapper;

/// Answers a request to the API with a problem (RFC 9457): its type, a title, and words that help whoever wrote the
/// system. Nothing of ours and nothing of what was sent is in it.
@Component
final class Problems {
    private static final JsonMapper JSON = new JsonMapper();
    private final Wording words;

    Problems(Wording words) {
        this.words = words;
    }

    void answer(HttpServletResponse response, Fault fault) throws IOException {
        answer(response, fault, Map.of());
    }

    /// @param more members beside the usual ones
    void answer(HttpServletResponse response, Fault fault, Map<String, ?> more) throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", fault.type());
        problem.put("title", words.the("api.problem." + fault.code()));
        problem.put("status", fault.status());
        problem.put("detail", words.the("api.problem." + fault.code() + ".detail"));
        problem.putAll(more);
        byte[] body = JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(fault.status());
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
