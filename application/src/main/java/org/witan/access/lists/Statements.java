package org.witan.access.lists;

/// The statements that add to, end and look up the rows of each list.
final class Statements {

    private Statements() {}

    static String adding(Listing listing) {
        return switch (listing) {
            case PARTY -> "insert into access.party (record_id, agency_id, from_at) values (:record, :whom, now())";
            case ASSIGNMENT ->
                "insert into access.assignment (record_id, account_id, from_at) values (:record, :whom, now())";
            case NAME -> """
                insert into access.allowance (id, record_id, account_id, reason, made_at, made_by)
                values (:id, :record, :whom, :reason, now(), :by)
                """;
            case RESTRICTION -> """
                insert into access.restriction (id, record_id, reason, made_at, made_by)
                values (:id, :record, :reason, now(), :by)
                """;
            case BARRIER -> barring("DENIED");
            case EMPLOYEE_CASE -> """
                insert into access.barrier (id, record_id, agency_id, kind, reason, made_at, made_by)
                values (:id, :record, :whom, 'EMPLOYEE_CASE', :reason, now(), :by)
                """;
            case EMBARGO -> throw new IllegalArgumentException("An embargo ends at a time.");
        };
    }

    /// A barrier on a person, of a kind.
    static String barring(String kind) {
        return """
                insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by)
                values (:id, :record, :whom, '%s', :reason, now(), :by)
                """.formatted(kind);
    }

    static String ending(Listing listing) {
        return switch (listing) {
            case PARTY -> """
                update access.party set until_at = now()
                where record_id = :record and agency_id = :whom and until_at is null
                """;
            case ASSIGNMENT -> """
                update access.assignment set until_at = now()
                where record_id = :record and account_id = :whom and until_at is null
                """;
            case NAME -> lifting("allowance");
            case RESTRICTION -> lifting("restriction");
            case BARRIER, EMPLOYEE_CASE -> lifting("barrier");
            case EMBARGO -> throw new IllegalArgumentException("An embargo ends by another one.");
        };
    }

    private static String lifting(String table) {
        return """
                update access.%s set lifted_at = now(), lifted_by = :by
                where record_id = :record and id = :whom and lifted_at is null
                """.formatted(table);
    }

    /// Finds a row that holds now.
    static String holding(Listing listing) {
        return switch (listing) {
            case PARTY ->
                "select from access.party where record_id = :record and agency_id = :whom and until_at is null";
            case ASSIGNMENT ->
                "select from access.assignment where record_id = :record and account_id = :whom and until_at is null";
            case NAME ->
                "select from access.allowance where record_id = :record and account_id = :whom and lifted_at is null";
            case RESTRICTION ->
                "select from access.restriction where record_id = :record and :whom = record_id and lifted_at is null";
            case BARRIER ->
                "select from access.barrier where record_id = :record and account_id = :whom and lifted_at is null";
            case EMPLOYEE_CASE ->
                "select from access.barrier where record_id = :record and agency_id = :whom and lifted_at is null";
            case EMBARGO -> "select from access.embargo where record_id = :record and :whom = record_id";
        };
    }
}
