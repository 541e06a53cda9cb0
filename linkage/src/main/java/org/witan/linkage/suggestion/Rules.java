package org.witan.linkage.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.witan.linkage.blocking.RuleCost;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Form;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Field;
import org.witan.linkage.record.Fields;

/// Which blocking rules to use: every pair where that is affordable, else the widest rules that are.
///
/// Candidates are all parts of fields, alone, by two and, where there are many records, by three. Each may cost so
/// many pairs that all that remain together stay within the budget. A rule that asks for more than another one that
/// is used brings nothing new and is dropped; of the others, those with the fewest parts are taken.
final class Rules {
    private static final long EVERY_PAIR = 3_000_000;
    private static final long AFFORDABLE = 8_000_000;
    private static final long EACH_RECORD = 12;
    private static final int MOST = 28;
    private static final int HALVINGS = 20;

    /// No rule may take more than one of so many parts of the budget.
    private static final int SHARES = 12;

    private record Candidate(BlockingRule rule, double cost) {}

    private final List<Candidate> candidates = new ArrayList<>();

    private Rules(Model model, Fields fields, double dearest) {
        List<BlockingRule.Key> keys = keys(model, fields);
        var cost = new RuleCost(model, fields, keys);
        List<BlockingRule> open = List.of(new BlockingRule(List.of()));
        for (int size = 1; size <= 3 && !open.isEmpty(); size++) {
            List<Candidate> next =
                    open.stream().flatMap(shorter -> longer(shorter, keys).stream()).toList().parallelStream()
                            .map(rule -> new Candidate(rule, cost.of(rule)))
                            .toList();
            candidates.addAll(next);
            open = next.stream()
                    .filter(candidate -> candidate.cost > dearest / MOST)
                    .map(Candidate::rule)
                    .toList();
        }
    }

    static List<BlockingRule> of(Model model, Fields fields) {
        long size = fields.size();
        if (size * (size - 1) / 2 <= EVERY_PAIR) {
            return List.of(new BlockingRule(List.of()));
        }
        double budget = Math.max(AFFORDABLE, EACH_RECORD * size);
        return new Rules(model, fields, budget).within(budget);
    }

    private List<BlockingRule> within(double budget) {
        double low = 0;
        double high = budget / SHARES;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (widest(middle).stream().mapToDouble(Candidate::cost).sum() <= budget) {
                low = middle;
            } else {
                high = middle;
            }
        }
        List<Candidate> chosen = widest(low);
        if (chosen.isEmpty()) {
            chosen = candidates.stream().min(Comparator.comparingDouble(Candidate::cost)).stream()
                    .toList();
        }
        return chosen.stream()
                .sorted(Comparator.comparingDouble(Candidate::cost))
                .map(Candidate::rule)
                .toList();
    }

    /// The rules that cost no more than `most` each, without those that ask for more than another of them.
    private List<Candidate> widest(double most) {
        List<Candidate> affordable = candidates.stream()
                .filter(candidate -> candidate.cost <= most)
                .sorted(Comparator.<Candidate>comparingInt(
                                candidate -> candidate.rule.keys().size())
                        .thenComparing(
                                Comparator.comparingDouble(Candidate::cost).reversed()))
                .toList();
        List<Candidate> widest = new ArrayList<>();
        for (Candidate candidate : affordable) {
            if (widest.size() < MOST && affordable.stream().noneMatch(other -> other.rule.includes(candidate.rule))) {
                widest.add(candidate);
            }
        }
        return widest;
    }

    private static List<BlockingRule> longer(BlockingRule shorter, List<BlockingRule.Key> keys) {
        int from = shorter.keys().isEmpty() ? 0 : keys.indexOf(shorter.keys().getLast()) + 1;
        List<BlockingRule> longer = new ArrayList<>();
        for (BlockingRule.Key key : keys.subList(from, keys.size())) {
            if (shorter.keys().stream().noneMatch(other -> other.field().equals(key.field()))) {
                List<BlockingRule.Key> more = new ArrayList<>(shorter.keys());
                more.add(key);
                longer.add(new BlockingRule(more));
            }
        }
        return longer;
    }

    private static List<BlockingRule.Key> keys(Model model, Fields fields) {
        List<BlockingRule.Key> keys = new ArrayList<>();
        for (Field field : model.fields()) {
            if (fields.the(field.name()).distinct() > 1) {
                forms(field).forEach(form -> keys.add(new BlockingRule.Key(field.name(), form)));
            }
        }
        return keys;
    }

    private static List<Form> forms(Field field) {
        return switch (field.kind()) {
            case WORDS -> List.of(Form.WHOLE, Form.SOUND, Form.FIRST_THREE);
            case WORDS_IN_ANY_ORDER, OTHER_WORDS, LIST, PHONE, CODE, SEX, POINT -> List.of(Form.WHOLE);
            case DAY -> List.of(Form.WHOLE, Form.YEAR, Form.MONTH_AND_DAY);
            case POSTCODE -> List.of(Form.WHOLE, Form.DISTRICT);
            case EMAIL -> List.of(Form.WHOLE, Form.MAILBOX);
        };
    }
}
