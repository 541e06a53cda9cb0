package org.witan.site;

import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.witan.access.OpenToEveryone;

/// Answers whether the application and its database work, for whatever watches them.
@RestController
class Health {
    private final JdbcClient database;

    Health(JdbcClient database) {
        this.database = database;
    }

    @OpenToEveryone
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        try {
            database.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok(Map.of("status", "up"));
        } catch (DataAccessException _) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "down"));
        }
    }
}
