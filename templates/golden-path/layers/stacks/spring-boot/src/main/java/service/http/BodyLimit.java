package service.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Items are small. Refused before the body is read; one whose length is not told could be of any length. */
@Component
class BodyLimit implements HandlerInterceptor {

    private static final long BYTES = 16 * 1024L;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getContentLengthLong() > BYTES) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "A body may have 16 KiB at most.");
        }
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw new ResponseStatusException(HttpStatus.LENGTH_REQUIRED, "A body needs a Content-Length.");
        }
        return true;
    }
}
