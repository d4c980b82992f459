package org.sekisho.security;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a browser's own description ({@code User-Agent}, RFC 9110 §10.1.5) says that a person would recognise: which browser in
 * which major version, on which kind of system. The rest of it would only tell people apart.
 */
final class Device {

    /** Each pretends to be those after it, so the first that fits is the one. */
    private static final List<Kind> BROWSERS = List.of(
            new Kind("Edge", "Edg[A-Za-z]*/([0-9]{1,4})"),
            new Kind("Opera", "OPR/([0-9]{1,4})"),
            new Kind("Samsung Internet", "SamsungBrowser/([0-9]{1,4})"),
            new Kind("Firefox", "(?:Firefox|FxiOS)/([0-9]{1,4})"),
            new Kind("Chrome", "(?:HeadlessChrome|Chrome|CriOS)/([0-9]{1,4})"),
            new Kind("Safari", "Version/([0-9]{1,4})[^ ]* (?:Mobile/[^ ]+ )?Safari/"));

    private static final List<Kind> SYSTEMS = List.of(
            new Kind("Windows", "Windows"),
            new Kind("Android", "Android"),
            new Kind("iOS", "iPhone|iPad|iPod"),
            new Kind("macOS", "Macintosh"),
            new Kind("ChromeOS", "CrOS"),
            new Kind("Linux", "Linux"));

    private Device() {}

    /** @return such as {@code Firefox 128, Windows}; empty where the description names nothing known */
    static String named(String userAgent) {
        return Stream.of(BROWSERS, SYSTEMS)
                .flatMap(kinds -> kinds.stream()
                        .flatMap(kind -> kind.in(userAgent).stream())
                        .limit(1))
                .collect(Collectors.joining(", "));
    }

    private record Kind(String name, Pattern sign) {

        Kind(String name, String sign) {
            this(name, Pattern.compile(sign));
        }

        List<String> in(String userAgent) {
            Matcher matcher = sign.matcher(userAgent);
            if (!matcher.find()) {
                return List.of();
            }
            return List.of(matcher.groupCount() == 0 ? name : name + " " + matcher.group(1));
        }
    }
}
