package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** The page that a person wanted before they had to sign in: a path of this product, whatever the request said its host was. */
@Component
class SavedTarget {

    /** A path that no browser takes for another host: one slash, and no backslash or control character anywhere. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    /** What Spring adds to tell that a request continues. */
    private static final Pattern CONTINUE = Pattern.compile("(^|&)continue(=[^&]*)?(?=&|$)");

    private final RequestCache requests;

    SavedTarget(RequestCache requests) {
        this.requests = requests;
    }

    /** The page, once; empty where there was none, or it was only the front door. */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = requests.getRequest(request, response);
        if (saved == null) {
            return Optional.empty();
        }
        requests.removeRequest(request, response);
        return ownPath(saved.getRedirectUrl()).filter(path -> !path.equals("/"));
    }

    static Optional<String> ownPath(String url) {
        try {
            URI uri = new URI(url);
            String path = Optional.ofNullable(uri.getRawPath()).orElse("");
            String query = Optional.ofNullable(uri.getRawQuery())
                    .map(full -> CONTINUE.matcher(full).replaceAll(""))
                    .map(rest -> rest.startsWith("&") ? rest.substring(1) : rest)
                    .filter(rest -> !rest.isEmpty())
                    .map(rest -> "?" + rest)
                    .orElse("");
            return Optional.of(path + query)
                    .filter(target -> OWN_PATH.matcher(target).matches());
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
