package service.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;
import service.settings.Settings;

/** A bucket of one second's requests, filled evenly: it protects this process, it is no quota of a caller. */
@Component
class RateLimit implements HandlerInterceptor {

    private static final double NANOSECONDS = 1e9;

    private final int perSecond;
    private final LongSupplier clock;
    private double tokens;
    private long filledAt;

    @Autowired
    RateLimit(Settings settings) {
        this(settings.requestsPerSecond(), System::nanoTime);
    }

    RateLimit(int perSecond, LongSupplier clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.tokens = perSecond;
        this.filledAt = clock.getAsLong();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!take()) {
            throw new TooManyRequests();
        }
        return true;
    }

    synchronized boolean take() {
        long now = clock.getAsLong();
        tokens = Math.min(perSecond, tokens + (now - filledAt) / NANOSECONDS * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    private static class TooManyRequests extends ErrorResponseException {

        private static final long serialVersionUID = 1L;

        TooManyRequests() {
            super(
                    HttpStatus.TOO_MANY_REQUESTS,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.TOO_MANY_REQUESTS, "More requests a second than this process takes."),
                    null);
            getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        }
    }
}
