package org.sekisho.directory;

import java.text.Normalizer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How people write their user name: ten digits, alone or with the organisation's domain. */
@Component
public class UserNames {

    private final DirectoryProperties properties;

    UserNames(DirectoryProperties properties) {
        this.properties = properties;
    }

    /** The id that was typed; empty where it is none. */
    public Optional<CommonId> read(String typed) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        String domain = properties.domain();
        int at = name.lastIndexOf('@');
        if (at >= 0 && !domain.isEmpty() && name.substring(at + 1).equalsIgnoreCase(domain)) {
            name = name.substring(0, at);
        }
        return CommonId.parse(name);
    }
}
