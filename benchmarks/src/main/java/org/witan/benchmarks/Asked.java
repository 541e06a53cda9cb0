package org.witan.benchmarks;

import java.util.Map;
import java.util.stream.Collectors;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.OffenceCode;

/// Questions of the plan page's kind, each beside the SQL that an analyst would write for the same counts.
///
/// The SQL has `%1$s` for the relation and `%2$s` for the codes of the set. Its last two columns are the crimes of
/// 2021-22 and their part.
enum Asked {
    STALKING_OF_THE_FORCE("stalking", "Staffordshire (force)", "count", Question.By.NOTHING, """
            select count(*) filter (where recorded_on < date '2021-04-01'),
              count(*) filter (where recorded_on >= date '2021-04-01'), 0
            from %1$s
            where recorded_on between date '2020-04-01' and date '2022-03-31'
              and force = 'E23000015' and offence in (%2$s)"""),
    DOMESTIC_SHARE_OF_A_DISTRICT(
            "harassment", "South Staffordshire (district)", "share:domestic", Question.By.NOTHING, """
            select recorded_on >= date '2021-04-01' as later,
              count(*) * (recorded_on >= date '2021-04-01')::int as n,
              count(*) filter (where domestic = 'yes') * (recorded_on >= date '2021-04-01')::int as part
            from %1$s
            where recorded_on between date '2020-04-01' and date '2022-03-31'
              and district = 'E07000196' and offence in (%2$s)
            group by later"""),
    VAWG_BY_MONTH("vawg-plan-page", "Staffordshire (force)", "count", Question.By.MONTH, """
            select date_trunc('month', recorded_on) as month,
              count(*) filter (where recorded_on >= date '2021-04-01') as n, 0
            from %1$s
            where recorded_on between date '2020-04-01' and date '2022-03-31'
              and force = 'E23000015' and offence in (%2$s)
              and victim_sex = 'female' and domestic = 'no'
            group by month"""),
    DOMESTIC_ABUSE_BY_AREA("domestic-abuse", "Staffordshire (force)", "count", Question.By.AREA, """
            select district,
              count(*) filter (where recorded_on >= date '2021-04-01') as n,
              count(*) filter (where recorded_on < date '2021-04-01') * 0
            from %1$s
            where recorded_on between date '2020-04-01' and date '2022-03-31'
              and force = 'E23000015' and domestic = 'yes'
            group by district""");

    private final String set;
    private final String area;
    private final String measure;
    private final Question.By by;
    private final String sql;

    Asked(String set, String area, String measure, Question.By by, String sql) {
        this.set = set;
        this.area = area;
        this.measure = measure;
        this.by = by;
        this.sql = sql;
    }

    /// The question. Answers are kept by the words of a question, so each `spelling` of the set (capitals and spaces,
    /// which mean nothing) is answered anew at the same cost.
    Question question(int spelling) {
        return new Question(
                spelt(spelling),
                area,
                Period.financialYear(2021),
                null,
                Measure.parse(measure),
                Map.of(),
                by,
                Question.Audience.PARTNERSHIP,
                null,
                null);
    }

    String sql(String relation, Definitions definitions) {
        return sql.formatted(
                relation,
                definitions.sets().the(set).codes().stream()
                        .map(OffenceCode::value)
                        .sorted()
                        .collect(Collectors.joining("', '", "'", "'")));
    }

    boolean isShare() {
        return Measure.parse(measure).isShare();
    }

    private String spelt(int spelling) {
        var text = new StringBuilder(set);
        int rest = spelling;
        for (int at = 0; at < set.length(); at++) {
            if (Character.isLetter(set.charAt(at))) {
                text.setCharAt(at, rest % 2 == 0 ? set.charAt(at) : Character.toUpperCase(set.charAt(at)));
                rest /= 2;
            }
        }
        return text + " ".repeat(rest);
    }
}
