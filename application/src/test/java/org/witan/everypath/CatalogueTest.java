package org.witan.everypath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.database.OwnerDatabase;

/// What the catalogue of the database says about every table of ours.
@Tag("everypath")
class CatalogueTest extends RunningApplication {
    private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public') "
            + "and c.relname not like 'flyway%'";

    /// Tables without row-level security, each with its reason. A table of a later module that holds nothing about a
    /// person is added here; any other one gets policies.
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("access.installation", "says what the database is for"),
            Map.entry("access.agency_kind", "reference data"),
            Map.entry("access.role", "reference data"),
            Map.entry("access.purpose", "reference data"),
            Map.entry("access.role_purpose", "reference data"),
            Map.entry("access.deed", "reference data"),
            Map.entry("access.record_kind", "reference data"),
            Map.entry("access.part", "reference data"),
            Map.entry("access.basis", "reference data"),
            Map.entry("access.role_part", "reference data"),
            Map.entry("access.role_opening", "reference data, made from role_part"),
            Map.entry("access.barrier_kind", "reference data"),
            Map.entry("access.trail_seal", "digests only; whoever verifies the chain reads all of it"),
            Map.entry("access.trail_head", "signed digests only"),
            Map.entry("access.scope", "reference data"),
            Map.entry("access.setting_bound", "reference data"),
            Map.entry("access.spent", "digests of answers that were used; names nobody"),
            Map.entry("access.trail_waiting", "numbers of entries that wait to be sealed; no word about anybody"),
            Map.entry("access.session", "read before anybody is known; holds no record"),
            Map.entry("access.session_attributes", "read before anybody is known; holds no record"),
            Map.entry("people.source", "reference data"),
            Map.entry("people.standing", "reference data"),
            Map.entry("people.answer", "reference data"),
            Map.entry("people.stated_kind", "reference data"),
            Map.entry("people.relation", "reference data"),
            Map.entry("people.guard", "reference data"),
            Map.entry("marac.ground", "reference data"),
            Map.entry("marac.topic", "reference data"),
            Map.entry("marac.lawful_basis", "reference data"),
            Map.entry("marac.triage_outcome", "reference data"),
            Map.entry("marac.line_kind", "reference data"),
            Map.entry("marac.flag_word", "reference data"),
            Map.entry("marac.referral_source", "reference data"),
            Map.entry("marac.source_of_kind", "reference data"),
            Map.entry("marac.adult_females", "reference data: how many live where"),
            Map.entry("marac.transfer_why", "reference data"),
            Map.entry("marac.transfer_step", "reference data"),
            Map.entry("marac.received_kind", "reference data"),
            Map.entry("marac.turn_kind", "reference data"),
            Map.entry("marac.contact_outcome", "reference data"),
            Map.entry("marac.withdrawal_reason", "reference data"),
            Map.entry("marac.order_type", "reference data"),
            Map.entry("marac.order_step", "reference data"),
            Map.entry("marac.disclosure_step_kind", "reference data"),
            Map.entry("marac.scheme", "reference data"),
            Map.entry("marac.scheme_grade", "reference data"),
            Map.entry("support.offer_kind", "reference data"),
            Map.entry("support.strand", "reference data"),
            Map.entry("support.aim", "reference data"),
            Map.entry("support.step_kind", "reference data"),
            Map.entry("support.reason", "reference data"),
            Map.entry("support.safety_item", "reference data"),
            Map.entry("support.housing_step_kind", "reference data"),
            Map.entry("risk.scale", "reference data"),
            Map.entry("risk.answer", "reference data"),
            Map.entry("risk.scale_answer", "reference data"),
            Map.entry("risk.grading", "reference data"),
            Map.entry("risk.grade", "reference data"),
            Map.entry("risk.about", "reference data"),
            Map.entry("risk.section", "reference data"),
            Map.entry("risk.numbering", "reference data"),
            Map.entry("risk.tool", "what a form asks; nobody's answers"),
            Map.entry("risk.question", "what a form asks; nobody's answers"),
            Map.entry("risk.question_number", "what a form asks; nobody's answers"),
            Map.entry("risk.wording", "what a form asks; nobody's answers"),
            Map.entry("risk.wording_line", "what a form asks; nobody's answers"),
            Map.entry("risk.threshold", "a number of the partnership; names no person of a record"),
            Map.entry("risk.band", "reference data"),
            Map.entry("meeting.kind", "reference data"),
            Map.entry("meeting.kind_role", "reference data"),
            Map.entry("meeting.setting_kind", "reference data"),
            Map.entry("meeting.section", "reference data"),
            Map.entry("meeting.mark", "reference data"),
            Map.entry("meeting.item_event_kind", "reference data"),
            Map.entry("meeting.capacity", "reference data"),
            Map.entry("meeting.state", "reference data"),
            Map.entry("meeting.area", "reference data"),
            Map.entry("meeting.subject", "reference data"),
            Map.entry("meeting.setting_of_kind", "reference data"),
            Map.entry("marac.built_on", "reference data"),
            Map.entry("marac.abuse_kind", "reference data"),
            Map.entry("marac.retention_class", "reference data"),
            Map.entry("marac.repeat_definition", "reference data"),
            Map.entry("hub.need", "reference data"),
            Map.entry("hub.reason", "reference data"),
            Map.entry("matac.scale", "reference data: how anybody is ranked, and nobody who is"),
            Map.entry("matac.harm", "reference data"),
            Map.entry("matac.approach", "reference data"),
            Map.entry("comparison.kept_figure", "figures without a person"));

    @Autowired
    private ApplicationContext application;

    @Test
    void everyTableHasRowLevelSecurityOrAReason() {
        var without = names("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relrowsecurity and\s""" + OURS);
        assertThat(new TreeSet<>(without)).isEqualTo(new TreeSet<>(OPEN.keySet()));
    }

    @Test
    void noTableIsOwnedByTheRoleOfTheApplication() {
        assertThat(names("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where pg_get_userbyid(c.relowner) = 'witan_application' and\s""" + OURS)).isEmpty();
    }

    @Test
    void everyTableViewColumnAndFunctionSaysWhatItIs() {
        assertThat(names("""
                        select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '')
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind in ('r', 'p', 'v', 'm')
                          and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)
                          and\s""" + OURS)).isEmpty();
        assertThat(names("""
                        select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname not in ('pg_catalog', 'information_schema', 'public')
                          and obj_description(p.oid, 'pg_proc') is null
                        """)).isEmpty();
    }

    @Test
    void everyConstraintHasANameOfItsOwn() {
        assertThat(names("""
                        select n.nspname || '.' || c.relname || ': ' || k.conname
                        from pg_constraint k
                        join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        where k.contype <> 'n' and k.conname ~ '_(pkey|fkey|key|check|excl)[0-9]*$' and\s""" + OURS)).isEmpty();
    }

    @Test
    void whatLooksPastThePoliciesKeepsToItsOwnSchema() {
        assertThat(names("""
                        select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                          and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=%pg_temp%', false)
                        """)).isEmpty();
        assertThat(names("""
                        select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname not in ('pg_catalog', 'information_schema', 'public')
                          and has_function_privilege('public', p.oid, 'execute')
                        """)).isEmpty();
    }

    private List<String> names(String question) {
        JdbcClient owner = OwnerDatabase.of(application);
        return owner.sql(question).query((row, _) -> row.getString(1)).list();
    }
}
