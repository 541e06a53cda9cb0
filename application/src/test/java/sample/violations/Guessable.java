package sample.violations;

import java.util.concurrent.ThreadLocalRandom;

/// A class whose random numbers can be worked out from a few of them.
public class Guessable {
    long next() {
        return ThreadLocalRandom.current().nextLong();
    }
}
