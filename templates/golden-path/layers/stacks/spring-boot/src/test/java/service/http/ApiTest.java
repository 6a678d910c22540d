package service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import service.items.Item;
import service.items.ItemController;
import service.items.ItemStore;

@WebMvcTest(
        controllers = ItemController.class,
        properties = {"DATABASE_URL=postgresql://none/none", "DATABASE_USER=none"})
@Import(RequestMetrics.class)
class ApiTest {

    @TestConfiguration
    static class Meters {
        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @MockitoBean
    private ItemStore store;

    @Autowired
    private MockMvcTester api;

    @Autowired
    private MeterRegistry registry;

    private MvcTestResult put(String id, String body) {
        return api.put()
                .uri("/api/items/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private void assertProblem(MvcTestResult answer, int status, String detail) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo(detail);
    }

    private double counted(String method, String route, int code) {
        return registry.get("http.requests")
                .tags("method", method, "route", route, "code", Integer.toString(code))
                .counter()
                .count();
    }

    @Test
    void storesAnItem() {
        assertThat(put("mug", "{\"name\": \"A mug\"}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"id\": \"mug\", \"name\": \"A mug\"}");

        verify(store).put(new Item("mug", "A mug"));
    }

    @Test
    void showsAnItem() {
        when(store.find("mug")).thenReturn(Optional.of(new Item("mug", "A mug")));

        assertThat(api.get().uri("/api/items/mug"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"id\": \"mug\", \"name\": \"A mug\"}");
    }

    @Test
    void deletesAnItem() {
        when(store.delete("mug")).thenReturn(true);

        assertThat(api.delete().uri("/api/items/mug")).hasStatus(204).body().isEmpty();
    }

    @Test
    void saysThatAnItemIsUnknown() {
        assertProblem(api.get().uri("/api/items/cup").exchange(), 404, "There is no item cup.");
        assertProblem(api.delete().uri("/api/items/cup").exchange(), 404, "There is no item cup.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mug", "a_b", "a b"})
    void refusesIdsOfAnotherForm(String id) {
        assertProblem(put(id, "{\"name\": \"A mug\"}"), 400, "id must be 1 to 64 of a-z, 0-9 and -");
        assertProblem(api.get().uri("/api/items/{id}", id).exchange(), 400, "id must be 1 to 64 of a-z, 0-9 and -");
        verifyNoInteractions(store);
    }

    @Test
    void refusesNamesThatAreMissingOrTooLong() {
        String detail = "name must have 1 to 100 characters";
        assertProblem(put("mug", "{}"), 400, detail);
        assertProblem(put("mug", "{\"name\": \" \"}"), 400, detail);
        assertProblem(put("mug", "{\"name\": \"%s\"}".formatted("x".repeat(101))), 400, detail);
        verifyNoInteractions(store);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(put("mug", "{")).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesBodiesThatAreLargeOrOfUnknownLength() {
        assertProblem(put("mug", "x".repeat(16_385)), 413, "A body may have 16 KiB at most.");
        assertProblem(
                api.put()
                        .uri("/api/items/mug")
                        .header("Transfer-Encoding", "chunked")
                        .exchange(),
                411,
                "A body needs a Content-Length.");
    }

    @Test
    void answersOtherPathsAndMethodsWithProblems() {
        assertThat(api.get().uri("/nothing")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(api.post().uri("/api/items/mug")).hasStatus(405).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void mayBeTriedAgainWhileTheDatabaseIsGone() {
        when(store.find("mug")).thenThrow(new DataAccessResourceFailureException("connection to 10.0.0.7 refused"));

        MvcTestResult answer = api.get().uri("/api/items/mug").exchange();

        assertProblem(answer, 503, "The database does not answer.");
        assertThat(answer).hasHeader("Retry-After", "5").bodyText().doesNotContain("10.0.0.7");
    }

    @Test
    void keepsTheCauseOfAFailureToItself() {
        when(store.find("mug")).thenThrow(new IllegalStateException("secret"));

        MvcTestResult answer = api.get().uri("/api/items/mug").exchange();

        assertThat(answer)
                .hasStatus(500)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .doesNotContain("secret");
    }

    @Test
    void ignoresFaultsThatAreNotEnabled() {
        when(store.find("mug")).thenReturn(Optional.of(new Item("mug", "A mug")));

        assertThat(api.get().uri("/api/items/mug").header("x-fault", "error")).hasStatusOk();
    }

    @Test
    void startsEveryRouteAtZero() {
        for (String method : new String[] {"GET", "PUT", "DELETE"}) {
            assertThat(registry.find("http.requests")
                            .tags("method", method, "route", "/api/items/{id}", "code", "500")
                            .counter())
                    .isNotNull();
            assertThat(registry.find("http.request.duration")
                            .tags("method", method, "route", "/api/items/{id}")
                            .timer())
                    .isNotNull();
        }
    }

    @Test
    void countsByRouteNotByPath() {
        double before = counted("GET", "/api/items/{id}", 200);
        when(store.find("one")).thenReturn(Optional.of(new Item("one", "1")));
        when(store.find("two")).thenReturn(Optional.of(new Item("two", "2")));

        assertThat(api.get().uri("/api/items/one")).hasStatusOk();
        assertThat(api.get().uri("/api/items/two")).hasStatusOk();

        assertThat(counted("GET", "/api/items/{id}", 200)).isEqualTo(before + 2);
    }

    @Test
    void countsWhatCallersMakeUpUnderOneName() {
        assertThat(api.get().uri("/made/up")).hasStatus(404);
        assertThat(api.get().uri("/healthz")).hasStatus(404);

        assertThat(counted("GET", "unmatched", 404)).isGreaterThanOrEqualTo(1);
        assertThat(registry.find("http.requests").meters())
                .noneMatch(meter -> meter.getId().toString().contains("made"));
    }
}
