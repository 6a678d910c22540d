package service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;
import service.settings.Settings;

class FaultDrillTest {

    private static boolean passes(Settings.Faults faults, String header) throws InterruptedException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("x-fault", header);
        Settings settings = new Settings(new Settings.Database("", "", ""), faults, 1, Optional.empty());
        return new FaultDrill(settings).preHandle(request, new MockHttpServletResponse(), new Object());
    }

    @Test
    void doesNothingUnlessEnabled() throws InterruptedException {
        assertThat(passes(new Settings.Faults(false, 1, Duration.ofMinutes(1)), "error"))
                .isTrue();
    }

    @Test
    void failsTheRequestThatAsksForIt() throws InterruptedException {
        Settings.Faults enabled = new Settings.Faults(true, 0, Duration.ZERO);

        assertThatThrownBy(() -> passes(enabled, "error")).isInstanceOf(ResponseStatusException.class);
        assertThat(passes(enabled, "no such fault")).isTrue();
    }

    @Test
    void delaysTheRequestThatAsksForIt() throws InterruptedException {
        long start = System.nanoTime();

        assertThat(passes(new Settings.Faults(true, 0, Duration.ZERO), "delay=30"))
                .isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void failsAndDelaysAllRequestsWhereTheEnvironmentSaysSo() {
        long start = System.nanoTime();

        assertThatThrownBy(() -> passes(new Settings.Faults(true, 1, Duration.ofMillis(30)), ""))
                .isInstanceOf(ResponseStatusException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }
}
