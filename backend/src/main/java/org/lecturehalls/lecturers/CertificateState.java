package org.lecturehalls.lecturers;

import java.util.EnumMap;
import java.util.Map;

/** Whether a certificate is good. */
enum CertificateState {
    VALID,
    EXPIRED,
    REVOKED;

    static final Map<CertificateState, String> LABELS =
            new EnumMap<>(Map.of(VALID, "有效 · Valid", EXPIRED, "已过期 · Expired", REVOKED, "已撤销 · Revoked"));
}
