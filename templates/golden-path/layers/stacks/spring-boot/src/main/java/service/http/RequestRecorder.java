package service.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Counts, times and logs every request but those of probes and scrapes. Stands inside the filter that opens the span. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestRecorder extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("service.requests");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RequestMetrics metrics;

    RequestRecorder(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Operations.include(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        int code = 500;
        try {
            chain.doFilter(request, response);
            code = response.getStatus();
        } finally {
            record(request, code, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void record(HttpServletRequest request, int code, Duration duration) {
        // What callers make up must not make series: a strange method or path is counted under one name.
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        String route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : "unmatched";
        metrics.record(method, route, code, duration);
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", code)
                .addKeyValue("duration_ms", duration.toMillis())
                .log("request");
    }
}
