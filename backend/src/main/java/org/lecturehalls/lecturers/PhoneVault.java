package org.lecturehalls.lecturers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.ConflictException;
import org.springframework.stereotype.Component;

/**
 * Encrypts phone numbers before they are stored (AES-256-GCM, NIST SP 800-38D). Each is bound to its owner, so that one
 * copied to another record can't be read there.
 */
@Component
class PhoneVault {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKeySpec key;
    private final SecureRandom random;

    PhoneVault(PhoneSettings settings) throws GeneralSecurityException {
        this.key = key(settings.phoneKey());
        this.random = SecureRandom.getInstance("DRBG");
        // Seeds the generator and loads the provider here, not on an event loop.
        random.nextBytes(new byte[1]);
        Cipher.getInstance("AES/GCM/NoPadding");
    }

    private static @Nullable SecretKeySpec key(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            return null;
        }
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("lecturehalls.lecturers.phone-key must be 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Whether there is a key, without which no phone number is kept. */
    boolean keeps() {
        return key != null;
    }

    /** @throws ConflictException {@code phones-not-kept} when no key is set */
    String seal(String phone, String ownerId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, phone.getBytes(StandardCharsets.UTF_8), ownerId);
        ByteBuffer all =
                ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
        return Base64.getEncoder().encodeToString(all.array());
    }

    String open(String sealed, String ownerId) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] text = new byte[all.remaining()];
        all.get(text);
        return new String(run(Cipher.DECRYPT_MODE, nonce, text, ownerId), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String ownerId) {
        if (key == null) {
            throw new ConflictException("phones-not-kept");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ownerId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A phone number can't be read with this key", e);
        }
    }
}
