package org.witan.matac;

import java.time.LocalDate;
import java.util.List;

/// A version of how alleged perpetrators are ranked. Every list prints it.
///
/// @param since from which day it is used
/// @param weights of the four parts; together 100
/// @param pool who is ranked
/// @param bounds what each part counts
/// @param again what makes a repeat victim
/// @param sources of people whose concerns and records count
/// @param relationsLeftOut an event between two who are this to one another is not domestic
/// @param firstPlaces fairness compares so many with the pool
/// @param smallNumber a group of fewer is not shown by itself
/// @param words why this version
/// @param source where it comes from
public record Scale(
        int version,
        LocalDate since,
        Weights weights,
        Pool pool,
        Bounds bounds,
        Again again,
        List<String> sources,
        List<String> relationsLeftOut,
        int firstPlaces,
        int smallNumber,
        String words,
        String source) {

    /// What each part weighs of 100.
    public record Weights(int recency, int frequency, int gravity, int victims) {}

    /// Who is ranked: suspected of so many events against so many victims within so many months, and of this age.
    public record Pool(int months, int events, int victims, int leastAge) {}

    /// Where each part reaches its end.
    ///
    /// @param recencyDays so many days after the last event recency is 0
    /// @param frequencyFull so many events within the months of frequency are 100
    /// @param harmVersion the table of harm
    /// @param harmFull a sum of so many days is 100
    /// @param victimsFull so many different victims are 100
    public record Bounds(
            int recencyDays,
            int frequencyMonths,
            int frequencyFull,
            int harmVersion,
            double harmFull,
            int victimsFull) {}

    /// A repeat victim was harmed so often within so many months.
    public record Again(int months, int events) {}

    /// What an event of a subgroup of offences adds to the harm.
    ///
    /// @param days of a starting sentence
    /// @param codes of the offences
    public record Harm(String kind, double days, List<String> codes, String source) {
        public Harm {
            codes = List.copyOf(codes);
        }
    }
}
