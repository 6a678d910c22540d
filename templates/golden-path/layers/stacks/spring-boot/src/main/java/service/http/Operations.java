package service.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Requests of the platform itself: probes and scrapes. No objective counts them and nobody traces them. */
public final class Operations {

    private static final Set<String> PATHS = Set.of("/healthz", "/readyz", "/metrics", "/health");

    private Operations() {}

    public static boolean include(HttpServletRequest request) {
        return PATHS.contains(request.getRequestURI());
    }
}
