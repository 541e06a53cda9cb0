package org.witan.people;

import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database answers to a decision about two records.
final class Decisions {

    private Decisions() {}

    static Decided of(JdbcClient.StatementSpec question) {
        String answer = question.query(String.class).single();
        return switch (answer) {
            case "DONE" -> new Decided.Done();
            case "DECIDED_BEFORE" -> new Decided.DecidedBefore();
            case "KEPT_APART" -> new Decided.KeptApart();
            case "LINKED" -> new Decided.Linked();
            default -> throw new IllegalStateException("The database answers what nobody knows: " + answer);
        };
    }
}
