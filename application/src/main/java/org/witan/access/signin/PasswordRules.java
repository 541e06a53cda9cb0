package org.witan.access.signin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.springframework.stereotype.Component;

/// Which passwords may be chosen: long ones that nobody guesses. No kinds of character are asked for (ASVS 5.0, 6.2).
@Component
public final class PasswordRules {
    /// The fewest characters.
    public static final int SHORTEST = 12;

    /// The most characters.
    public static final int LONGEST = Passwords.LONGEST;

    private static final double HARD_ENOUGH = 40;
    private static final int READ = 64;
    private static final int SHORTEST_WORD = 3;
    private final BreachedPasswords breached;

    PasswordRules(SignInSettings settings) {
        breached = new BreachedPasswords(settings.breachedPasswords());
    }

    /// What is wrong with a password, as the end of the key of its words; empty when it may be chosen.
    ///
    /// @param context what somebody who knows the person would try: names, e-mail address, agency
    public Optional<String> problem(String password, Collection<String> context) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(length == 0 ? "missing" : "short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("long");
        }
        if (breached.hold(password)) {
            return Optional.of("breached");
        }
        return isGuessed(password, context) ? Optional.of("guessable") : Optional.empty();
    }

    private static boolean isGuessed(String password, Collection<String> context) {
        var words = new DictionaryBuilder().setDictionaryName("context").setExclusion(false);
        words.addWords(wordsOf(context), 1);
        var dictionaries = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
        dictionaries.add(words.createDictionary());
        var configuration = new ConfigurationBuilder()
                .setDictionaries(dictionaries)
                .setMinimumEntropy(HARD_ENOUGH)
                .setMaxLength(READ)
                .setLocale(Locale.UK)
                .createConfiguration();
        return !new Nbvcxz(configuration).estimate(password).isMinimumEntropyMet();
    }

    private static List<String> wordsOf(Collection<String> context) {
        return Stream.concat(context.stream(), Stream.of("witan", "marac", "password"))
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+", -1))))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.length() >= SHORTEST_WORD)
                .distinct()
                .toList();
    }
}
