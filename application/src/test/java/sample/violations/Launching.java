package sample.violations;

/// A class that nobody named and that starts a program.
public class Launching {
    Object launch() {
        return new ProcessBuilder("true");
    }
}
