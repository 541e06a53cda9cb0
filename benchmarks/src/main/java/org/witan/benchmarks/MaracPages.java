package org.witan.benchmarks;

import java.util.List;

/// The pages that are measured, who opens them, and which of them each may see. `%s` in a question is the membership.
enum MaracPages {
    CASE(
            "case page, of the last year",
            "COORDINATOR CHAIR REPRESENTATIVE IDVA",
            Seen.REFERRALS.formatted("'/referrals/' || r.id", "and r.referred_at > now() - interval '1 year'")),
    OLD_CASE(
            "case page, of any year",
            "COORDINATOR CHAIR REPRESENTATIVE IDVA",
            Seen.REFERRALS.formatted("'/referrals/' || r.id", "")),
    AGENDA("agenda of a meeting", "COORDINATOR CHAIR REPRESENTATIVE IDVA", """
            select '/meetings/' || m.id from meeting.meeting m join meeting.timing t on t.meeting_id = m.id
            join access.membership v on v.id = '%s'
            where t.starts_at > now() - interval '6 months'
              and (v.role in ('COORDINATOR', 'CHAIR') or exists (select from meeting.board_agency b
                   where b.board_id = m.board_id and b.agency_id = v.agency_id))
            order by md5(m.id::text) limit 40"""),
    CONFERENCES(
            "conferences to come", "COORDINATOR CHAIR REPRESENTATIVE IDVA", "select '/conference' where '%s' <> ''"),
    HEARING("a case as it is heard", "COORDINATOR CHAIR REPRESENTATIVE IDVA", """
            select '/conference/' || i.meeting_id || '/' || i.id from meeting.item i join meeting.timing t on t.meeting_id = i.meeting_id
            join access.membership v on v.id = '%s'
            where t.starts_at > now() - interval '6 months'
              and (v.role in ('COORDINATOR', 'CHAIR') or exists (select from access.party p
                   where p.record_id = i.record_id and p.agency_id = v.agency_id))
            order by md5(i.id::text) limit 60"""),
    ACTIONS("my actions", "REPRESENTATIVE IDVA", "select '/actions' where '%s' <> ''"),
    ALL_ACTIONS("all open actions", "COORDINATOR CHAIR", "select '/actions' where '%s' <> ''"),
    SEARCH("a person is searched", "COORDINATOR REPRESENTATIVE IDVA", Seen.REFERRALS.formatted("""
            (select 'POST /people/search words=' || s.given_name || '+' || s.family_name from marac.referred_person q
             join people.source_record s on s.id = q.person_id where q.record_id = r.id and q.place = 0)""", "")),
    RESEARCH("research that is owed", "REPRESENTATIVE IDVA", "select '/research' where '%s' <> ''"),
    TRIAGE("triage", "COORDINATOR", "select '/triage' where '%s' <> ''"),
    WORK("your work", "COORDINATOR CHAIR REPRESENTATIVE IDVA", "select '/work' where '%s' <> ''");

    private final String words;
    private final String roles;
    private final String question;

    MaracPages(String words, String roles, String question) {
        this.words = words;
        this.roles = roles;
        this.question = question;
    }

    String words() {
        return words;
    }

    List<String> roles() {
        return List.of(roles.split(" ", -1));
    }

    String question(String membership) {
        return question.formatted(membership);
    }

    /// What stands before the constants that are made with it.
    private static final class Seen {
        /// Referrals that a membership sees.
        static final String REFERRALS = """
                select %s from marac.referral r join access.membership v on v.id = '%%s'
                where (v.role in ('COORDINATOR', 'CHAIR') or exists (select from access.party p
                       where p.record_id = r.id and p.agency_id = v.agency_id)) %s
                order by md5(r.id::text) limit 60""";
    }
}
