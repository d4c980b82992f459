package org.sekisho.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sekisho.shared.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads every bundle under {@code i18n} once, at the start, as UTF-8. */
@Component
class BundledMessages implements Messages {

    private static final String EVERY_BUNDLE = "classpath*:i18n/*_%s.properties";

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    BundledMessages() {
        this(EVERY_BUNDLE, new PathMatchingResourcePatternResolver());
    }

    /**
     * @param pattern where the bundles lie, with {@code %s} in the place of the language's tag
     * @throws IllegalStateException where two bundles claim the same key
     */
    BundledMessages(String pattern, ResourcePatternResolver resources) {
        for (Language language : Language.values()) {
            texts.put(language, read(pattern.formatted(language.tag()), resources));
        }
    }

    private static Map<String, String> read(String pattern, ResourcePatternResolver resources) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource bundle : resources.getResources(pattern)) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (all.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException(
                                "message key '" + key + "' stands a second time in " + bundle.getFilename());
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the message bundles " + pattern + " cannot be read", unreadable);
        }
        return Map.copyOf(all);
    }

    @Override
    public String text(Language language, String key, Object... arguments) {
        String pattern = pattern(language, key);
        return pattern.indexOf('{') < 0 ? pattern : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    @Override
    public boolean knows(String key) {
        return texts.values().stream().allMatch(bundle -> bundle.containsKey(key));
    }

    @Override
    public Set<String> behind(String beginning) {
        return keys().stream()
                .filter(key -> key.startsWith(beginning))
                .filter(this::knows)
                .map(key -> key.substring(beginning.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every key that stands in at least one language, in order. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        texts.values().forEach(bundle -> keys.addAll(bundle.keySet()));
        return keys;
    }

    /** The text as written, with its places still open. */
    String pattern(Language language, String key) {
        String pattern = texts.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no " + language.tag() + " text for the message key '" + key + "'");
        }
        return pattern;
    }
}
