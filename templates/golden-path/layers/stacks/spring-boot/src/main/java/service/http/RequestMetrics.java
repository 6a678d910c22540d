package service.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * {@code http_requests_total{service,method,route,code}} and
 * {@code http_request_duration_seconds{service,method,route}}: the SLOs, alerts and dashboards read these names.
 */
@Component
class RequestMetrics {

    /** One bound at each threshold that an objective may have, and some below to see the shape. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(400),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final RequestMappingHandlerMapping routes;

    RequestMetrics(
            MeterRegistry registry, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.registry = registry;
        this.routes = routes;
    }

    void record(String method, String route, int code, Duration duration) {
        requests(method, route, code).increment();
        durations(method, route).record(duration);
    }

    /** Series that exist from the start: the first error is an increase, not a new series that rate() cannot see. */
    @EventListener(ContextRefreshedEvent.class)
    void startAtZero() {
        routes.getHandlerMethods().keySet().forEach(this::startAtZero);
    }

    private void startAtZero(RequestMappingInfo mapping) {
        for (String route : mapping.getPatternValues()) {
            for (var method : mapping.getMethodsCondition().getMethods()) {
                requests(method.name(), route, 200);
                requests(method.name(), route, 500);
                durations(method.name(), route);
            }
        }
    }

    private Counter requests(String method, String route, int code) {
        return Counter.builder("http.requests")
                .description("Requests answered, by route and status")
                .tags("method", method, "route", route, "code", Integer.toString(code))
                .register(registry);
    }

    private Timer durations(String method, String route) {
        return Timer.builder("http.request.duration")
                .description("Time until the answer was complete")
                .tags("method", method, "route", route)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
