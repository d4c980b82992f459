package org.sekisho.recovery;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A browser that keeps its cookies, for calls that ask which browser is at the other end. */
final class HereBrowser {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String address;
    private Cookie[] cookies = {};

    /** A browser in a network of its own. */
    HereBrowser() {
        int number = NEXT.incrementAndGet();
        address = "10.%d.%d.%d".formatted(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff);
    }

    /** A browser that holds what another told of itself. */
    static HereBrowser holding(String told) {
        HereBrowser browser = new HereBrowser();
        browser.cookies = Arrays.stream(told.split(";"))
                .filter(cookie -> !cookie.isEmpty())
                .map(cookie -> cookie.split("=", 2))
                .map(cookie -> new Cookie(cookie[0], cookie[1]))
                .toArray(Cookie[]::new);
        return browser;
    }

    /** What the browser holds, in one word. */
    String told() {
        return Arrays.stream(cookies)
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining(";"));
    }

    /** Does something within a request of this browser. */
    <T> T requests(Supplier<T> work) {
        RequestAttributes before = RequestContextHolder.getRequestAttributes();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(cookies);
        request.setRemoteAddr(address);
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
