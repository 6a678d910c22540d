package service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final RateLimit limit = new RateLimit(2, now::get);

    @Test
    void letsOneSecondsRequestsThroughAtOnce() {
        assertThat(limit.take()).isTrue();
        assertThat(limit.take()).isTrue();
        assertThat(limit.take()).isFalse();
    }

    @Test
    void fillsEvenly() {
        limit.take();
        limit.take();

        now.addAndGet(SECOND / 2);

        assertThat(limit.take()).isTrue();
        assertThat(limit.take()).isFalse();
    }

    @Test
    void savesNothingUpBeyondOneSecond() {
        now.addAndGet(60 * SECOND);

        assertThat(limit.take()).isTrue();
        assertThat(limit.take()).isTrue();
        assertThat(limit.take()).isFalse();
    }
}
