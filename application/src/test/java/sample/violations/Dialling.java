package sample.violations;

import java.net.http.HttpClient;

/// A class that nobody named and that asks another machine.
public class Dialling {
    Object dial() {
        return HttpClient.newHttpClient();
    }
}
