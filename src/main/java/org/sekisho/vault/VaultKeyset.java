package org.sekisho.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The keys of the vault as one JSON text: a Tink keyset for sealing ({@code aead}, AES-256-GCM) and one for digests
 * ({@code mac}, HMAC-SHA-256). In each the primary key seals, and every key opens, so that keys can be rotated.
 */
public final class VaultKeyset {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        try {
            AeadConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks AES-GCM or HMAC-SHA-256", e);
        }
    }

    private final KeysetHandle aead;
    private final KeysetHandle mac;

    private VaultKeyset(KeysetHandle aead, KeysetHandle mac) {
        this.aead = aead;
        this.mac = mac;
    }

    /** A keyset of fresh random keys. */
    public static VaultKeyset create() {
        try {
            return new VaultKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys could be made", e);
        }
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws IllegalArgumentException where the text is no keyset
     */
    public static VaultKeyset parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return new VaultKeyset(
                    TinkJsonProtoKeysetFormat.parseKeyset(root.path("aead").toString(), InsecureSecretKeyAccess.get()),
                    TinkJsonProtoKeysetFormat.parseKeyset(root.path("mac").toString(), InsecureSecretKeyAccess.get()));
        } catch (JsonProcessingException | GeneralSecurityException | RuntimeException e) {
            // the cause could quote the text, and with it keys
            throw new IllegalArgumentException("the text is not a keyset of the vault");
        }
    }

    /** This keyset with fresh primary keys; what was sealed before still opens. */
    public VaultKeyset rotated() {
        try {
            return new VaultKeyset(
                    rotated(aead, PredefinedAeadParameters.AES256_GCM),
                    rotated(mac, PredefinedMacParameters.HMAC_SHA256_256BITTAG));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys could be made", e);
        }
    }

    private static KeysetHandle rotated(KeysetHandle keys, Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    /** The keys in the clear, for the keyset file alone. */
    public String toJson() {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(JSON.createObjectNode()
                                    .<com.fasterxml.jackson.databind.node.ObjectNode>set("aead", tree(aead))
                                    .set("mac", tree(mac)))
                    + "\n";
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException("the keyset could not be written as JSON");
        }
    }

    private static JsonNode tree(KeysetHandle keys) throws GeneralSecurityException, JsonProcessingException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    }

    /**
     * Writes a new file that its owner alone may read.
     *
     * @throws FileAlreadyExistsException where there is one: keys are never overwritten
     */
    public void writeTo(Path file) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?>[] attributes =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(file, options, attributes)) {
            channel.write(StandardCharsets.UTF_8.encode(toJson()));
        }
    }

    Aead aead() throws GeneralSecurityException {
        return aead.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    Mac mac() throws GeneralSecurityException {
        return mac.getPrimitive(RegistryConfiguration.get(), Mac.class);
    }

    /** Whether any key is also in the other keyset. */
    boolean sharesKeysWith(VaultKeyset other) {
        return share(aead, other.aead) || share(mac, other.mac);
    }

    private static boolean share(KeysetHandle one, KeysetHandle other) {
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                if (one.getAt(i).getKey().equalsKey(other.getAt(j).getKey())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "***";
    }
}
