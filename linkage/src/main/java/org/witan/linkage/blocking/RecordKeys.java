package org.witan.linkage.blocking;

import java.util.List;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Fields;

/// The keys of single records under the rules of a model, also of records that come later.
public final class RecordKeys {
    private final List<RuleKeys> rules;

    public RecordKeys(Model model, Fields fields) {
        rules = model.rules().stream().map(rule -> new RuleKeys(rule, fields)).toList();
    }

    /// The key, or 0 where the record has none: it then meets nobody under this rule.
    public long of(int rule, int row) {
        return rules.get(rule).of(row, 0);
    }
}
