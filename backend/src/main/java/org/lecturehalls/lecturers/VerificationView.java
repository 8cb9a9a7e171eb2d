package org.lecturehalls.lecturers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What anybody who has the paper in hand may know.
 *
 * @param name masked: enough to compare with the paper, too little to learn it
 * @param revokedOn without the reason, which is between the officers and the holder
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(
        @Schema(example = "JXY-2027-000042") String number,
        @Schema(example = "韦*兰") String name,
        @Schema(example = "2027 年第一期讲习员培训班") String cohort,
        LocalDate trainedFrom,
        LocalDate trainedTo,
        int hours,
        LocalDate issuedOn,
        LocalDate validUntil,
        CertificateState state,
        @Nullable LocalDate revokedOn) {

    static VerificationView of(Certificate certificate, String name, LocalDate today) {
        Certificate.Revocation revoked = certificate.revoked();
        return new VerificationView(
                certificate.id(),
                masked(name),
                certificate.training().cohort(),
                certificate.training().startsOn(),
                certificate.training().endsOn(),
                certificate.training().hours(),
                certificate.issuedOn(),
                certificate.validUntil(),
                certificate.stateOn(today),
                revoked == null ? null : revoked.on());
    }

    /** The first sign and, of three or more, the last. */
    static String masked(String name) {
        int[] signs = name.codePoints().toArray();
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < signs.length; i++) {
            boolean shown = i == 0 || i == signs.length - 1 && signs.length > 2;
            masked.appendCodePoint(shown ? signs[i] : '*');
        }
        return masked.isEmpty() ? "*" : masked.toString();
    }
}
