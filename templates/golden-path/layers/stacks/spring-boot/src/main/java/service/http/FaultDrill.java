package service.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import service.settings.Settings;

/**
 * Makes requests fail or wait on purpose, for drills and tests of alerts. Does nothing without FAULTS_ENABLED=true.
 * The header {@code x-fault: error} or {@code x-fault: delay=700} (milliseconds) does it to one request,
 * FAULT_ERROR_RATIO and FAULT_DELAY_MS to all.
 */
@Component
class FaultDrill implements HandlerInterceptor {

    private static final Pattern DELAY = Pattern.compile("delay=(\\d{1,5})");

    private final Settings.Faults faults;

    FaultDrill(Settings settings) {
        this.faults = settings.faults();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (faults.enabled()) {
            String asked = Optional.ofNullable(request.getHeader("x-fault")).orElse("");
            Thread.sleep(delay(asked).toMillis());
            if (asked.equals("error") || ThreadLocalRandom.current().nextDouble() < faults.errorRatio()) {
                throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "A drill made this request fail.");
            }
        }
        return true;
    }

    private Duration delay(String asked) {
        Matcher match = DELAY.matcher(asked);
        return match.matches() ? Duration.ofMillis(Long.parseLong(match.group(1))) : faults.delay();
    }
}
