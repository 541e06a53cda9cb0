package org.witan.site;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.witan.access.OpenToEveryone;
import org.witan.access.trail.SealingJob;

/// Answers whether the application and its database work, and whether the trail is sealed in time, for whatever watches
/// them. A trail that is late is no reason to serve no pages: it is said, and the status stays.
@RestController
class Health {
    private final JdbcClient database;
    private final SealingJob sealing;

    Health(JdbcClient database, SealingJob sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    private String trail() {
        return switch (sealing.state()) {
            case IN_TIME -> "sealed";
            case LATE -> "late";
            case FAILING -> "failing";
        };
    }

    @OpenToEveryone
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        try {
            database.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok(new TreeMap<>(Map.of("status", "up", "trail", trail())));
        } catch (DataAccessException _) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "down"));
        }
    }
}
