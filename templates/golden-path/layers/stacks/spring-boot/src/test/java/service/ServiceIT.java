package service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import service.items.Item;
import service.items.ItemStore;

/** The whole service against a real PostgreSQL. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"SERVICE_NAME=under-test", "SERVICE_VERSION=1.2.3"})
@ExtendWith(OutputCaptureExtension.class)
class ServiceIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestProxy line;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry properties) {
        line = new TestProxy(TestDatabase.address());
        properties.add("DATABASE_URL", () -> line.address());
        properties.add("DATABASE_USER", () -> TestDatabase.USER);
        properties.add("DATABASE_PASSWORD", () -> TestDatabase.PASSWORD);
    }

    private final String id = "it-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private ItemStore store;

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.ofString(body))
                .header("content-type", "application/json")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    @AfterEach
    void leaveTheTableAsItWas() {
        line.mend();
        await().atMost(Duration.ofMinutes(1)).until(() -> get("/readyz").statusCode() == 200);
        store.delete(id);
    }

    @Test
    void keepsItems() throws Exception {
        String path = "/api/items/" + id;
        assertThat(get(path).statusCode()).isEqualTo(404);

        assertThat(send("PUT", path, "{\"name\": \"first\"}").statusCode()).isEqualTo(200);
        assertThat(send("PUT", path, "{\"name\": \"second ☕\"}").statusCode()).isEqualTo(200);

        assertThat(get(path).body()).isEqualTo("{\"id\":\"" + id + "\",\"name\":\"second ☕\"}");
        assertThat(store.find(id)).contains(new Item(id, "second ☕"));
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void isHealthyAndReady() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(HealthProbe.answers("http://localhost:" + port + "/healthz")).isTrue();
        assertThat(HealthProbe.answers("http://localhost:" + port + "/nothing")).isFalse();
    }

    @Test
    void exposesTheMetricsThatObjectivesRead() throws Exception {
        get("/api/items/" + id);

        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains(
                        "http_requests_total{code=\"200\",method=\"PUT\",route=\"/api/items/{id}\",service=\"under-test\"}")
                .contains(
                        "http_requests_total{code=\"500\",method=\"PUT\",route=\"/api/items/{id}\",service=\"under-test\"} 0.0")
                .contains("database_up{service=\"under-test\"} 1")
                .contains("build_info{service=\"under-test\",version=\"1.2.3\"} 1")
                .contains("datastore_connections{service=\"under-test\",state=\"idle\"}")
                .doesNotContain("healthz", "http_server_requests");
        for (String bound : new String[] {"0.05", "0.1", "0.25", "0.4", "0.5", "1.0", "2.0", "5.0", "+Inf"}) {
            assertThat(metrics)
                    .contains(
                            "http_request_duration_seconds_bucket{method=\"GET\",route=\"/api/items/{id}\",service=\"under-test\",le=\""
                                    + bound + "\"}");
        }
    }

    @Test
    void exposesNoExemplars() throws Exception {
        get("/api/items/" + id);

        HttpRequest scrape = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                .header("accept", "application/openmetrics-text;version=1.0.0")
                .build();

        assertThat(CLIENT.send(scrape, BodyHandlers.ofString()).body())
                .endsWith("# EOF\n")
                .doesNotContain("trace_id");
    }

    @Test
    void logsOneObjectARequestInTheCallersTrace(CapturedOutput output) throws Exception {
        send("PUT", "/api/items/" + id + "?token=secret", "{\"name\": \"private\"}");

        assertThat(output.getOut().lines().filter(text -> text.contains("\"message\":\"request\"")))
                .last()
                .asString()
                .startsWith("{\"time\":\"")
                .endsWith("}")
                .contains(
                        "\"level\":\"INFO\"",
                        "\"service\":\"under-test\"",
                        "\"version\":\"1.2.3\"",
                        "\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"",
                        "\"span_id\":\"",
                        "\"method\":\"PUT\"",
                        "\"route\":\"/api/items/{id}\"",
                        "\"status\":200",
                        "\"duration_ms\":");
        assertThat(output.getAll()).doesNotContain("secret", "private");
    }

    @Test
    void livesOnWithoutTheDatabaseAndComesBackWithIt() throws Exception {
        line.cut();

        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        HttpResponse<String> answer = get("/api/items/" + id);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(get("/metrics").body()).contains("database_up{service=\"under-test\"} 0");

        line.mend();

        // the pool tries again every two seconds at least
        await().atMost(Duration.ofMinutes(1)).until(() -> get("/readyz").statusCode() == 200);
        assertThat(get("/api/items/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/metrics").body()).contains("database_up{service=\"under-test\"} 1");
    }
}
