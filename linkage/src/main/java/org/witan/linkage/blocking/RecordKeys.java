package org.witan.linkage.blocking;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Fields;

/// The keys of single records under the rules of a model, also of records that come later.
public final class RecordKeys {
    private final List<RuleKeys> rules;
    private final long[] names;

    public RecordKeys(Model model, Fields fields) {
        rules = model.rules().stream().map(rule -> new RuleKeys(rule, fields)).toList();
        names = model.rules().stream()
                .mapToLong(rule -> RuleKeys.hash(rule.name()))
                .toArray();
    }

    /// The key, or 0 where the record has none: it then meets nobody under this rule.
    public long of(int rule, int row) {
        return rules.get(rule).of(row, 0);
    }

    /// The keys of a record under all rules, as text that can be stored and looked up. Two records with a key in common
    /// are worth a comparison.
    ///
    /// A key stays what it is when rules are added, dropped or put in another order.
    public List<String> texts(int row) {
        List<String> texts = new ArrayList<>();
        for (int rule = 0; rule < names.length; rule++) {
            long key = of(rule, row);
            if (key != 0) {
                texts.add(HexFormat.of().toHexDigits(RuleKeys.mixed(names[rule] + key)));
            }
        }
        return texts;
    }
}
