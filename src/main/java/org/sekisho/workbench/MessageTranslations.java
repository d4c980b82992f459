package org.sekisho.workbench;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives every screen the product's texts. */
@Component
class MessageTranslations implements I18NProvider {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(MessageTranslations.class);

    private final transient Messages messages;

    MessageTranslations(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    /** The text, or the key itself where there is none: a screen with an odd word on it still works. */
    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        if (messages.knows(key)) {
            return messages.text(Language.of(locale), key, arguments);
        }
        log.warn("no text for the message key '{}'", key);
        return key;
    }
}
