package service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;

/** The health check of the image for Compose: it has neither a shell nor curl. Kubernetes has probes of its own. */
public class HealthProbe {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    public static void main(String[] arguments) throws InterruptedException {
        String port = Objects.requireNonNullElse(System.getenv("PORT"), "8080");
        System.exit(answers("http://127.0.0.1:" + port + "/healthz") ? 0 : 1);
    }

    static boolean answers(String address) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException noAnswer) {
            return false;
        }
    }
}
