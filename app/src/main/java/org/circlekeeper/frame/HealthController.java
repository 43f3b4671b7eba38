package org.circlekeeper.frame;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.circlekeeper.access.Open;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever watches the process that it lives, and that it can serve. */
@RestController
@ConditionalOnWebApplication
class HealthController {

    private static final int SECONDS_TO_ANSWER = 2;

    private final DataSource database;

    HealthController(DataSource database) {
        this.database = database;
    }

    @Open(because = "Watchers do not sign in; the answer is one word.")
    @GetMapping(path = "/health/live", produces = MediaType.TEXT_PLAIN_VALUE)
    String live() {
        return "live";
    }

    @Open(because = "Watchers do not sign in; the answer is one word.")
    @GetMapping(path = "/health/ready", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> ready() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER) ? ResponseEntity.ok("ready") : notReady();
        } catch (SQLException unreachable) {
            return notReady();
        }
    }

    private static ResponseEntity<String> notReady() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("the database does not answer");
    }
}
