package org.lecturehalls.lecturers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.lecturehalls.platform.ConflictException;

class PhoneVaultTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void opensWhatItSealed() throws GeneralSecurityException {
        PhoneVault vault = new PhoneVault(new PhoneSettings(KEY));
        String sealed = vault.seal("13800000000", "ann");

        assertThat(vault.open(sealed, "ann")).isEqualTo("13800000000");
        assertThat(vault.seal("13800000000", "ann")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingForAnotherOwner() throws GeneralSecurityException {
        PhoneVault vault = new PhoneVault(new PhoneSettings(KEY));
        String sealed = vault.seal("13800000000", "ann");

        assertThatThrownBy(() -> vault.open(sealed, "bob")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsNoPhonesWithoutAKey() throws GeneralSecurityException {
        PhoneVault vault = new PhoneVault(new PhoneSettings(null));

        assertThatThrownBy(() -> vault.seal("13800000000", "ann"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo("phones-not-kept"));
    }

    @Test
    void refusesAShortKey() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> new PhoneVault(new PhoneSettings(shortKey)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
