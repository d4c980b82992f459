package org.sekisho.recovery;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A browser that keeps its cookies, for calls that ask which browser is at the other end. */
final class HereBrowser {

    private Cookie[] cookies = {};

    /** Does something within a request of this browser. */
    <T> T requests(Supplier<T> work) {
        RequestAttributes before = RequestContextHolder.getRequestAttributes();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(cookies);
        MockHttpServletResponse response = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            T result = work.get();
            if (response.getCookies().length > 0) {
                cookies = Arrays.copyOf(response.getCookies(), response.getCookies().length);
            }
            return result;
        } finally {
            if (before == null) {
                RequestContextHolder.resetRequestAttributes();
            } else {
                RequestContextHolder.setRequestAttributes(before);
            }
        }
    }
}
