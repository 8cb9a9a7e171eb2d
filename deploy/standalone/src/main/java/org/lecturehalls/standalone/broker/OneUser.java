package org.lecturehalls.standalone.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;

/** Lets in whoever knows the generated password, and lets them do everything: only the platform's own parts know it. */
final class OneUser implements ActiveMQSecurityManager {

    private final String user;
    private final byte[] password;

    OneUser(String user, String password) {
        this.user = user;
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean validateUser(@Nullable String givenUser, @Nullable String givenPassword) {
        return user.equals(givenUser)
                && givenPassword != null
                && MessageDigest.isEqual(password, givenPassword.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String givenUser, @Nullable String givenPassword, Set<Role> roles, CheckType checkType) {
        return validateUser(givenUser, givenPassword);
    }
}
