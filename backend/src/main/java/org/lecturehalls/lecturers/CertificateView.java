package org.lecturehalls.lecturers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * A certificate as officers and its holder see it.
 *
 * @param endsSoon whether it is good and within the warning time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificateView(
        @Schema(example = "JXY-2027-000042") String number,
        String lecturerId,
        String cohortId,
        @Schema(example = "2027 年第一期讲习员培训班") String cohort,
        LocalDate trainedFrom,
        LocalDate trainedTo,
        @Schema(example = "20") int hours,
        @Schema(type = "string", example = "4510") RegionCode issuer,
        LocalDate issuedOn,

        @Schema(description = "The last day on which it is good")
        LocalDate validUntil,

        CertificateState state,
        boolean endsSoon,
        @Nullable LocalDate revokedOn,
        @Nullable String revocationReason,

        @Schema(description = "The page that the code on the paper opens")
        URI verification,

        long version) {

    static CertificateView of(Certificate certificate, URI verification, LocalDate today, LocalDate warningEnds) {
        Certificate.Revocation revoked = certificate.revoked();
        CertificateState state = certificate.stateOn(today);
        return new CertificateView(
                certificate.id(),
                certificate.lecturerId(),
                certificate.cohortId(),
                certificate.training().cohort(),
                certificate.training().startsOn(),
                certificate.training().endsOn(),
                certificate.training().hours(),
                certificate.issuer(),
                certificate.issuedOn(),
                certificate.validUntil(),
                state,
                state == CertificateState.VALID && !certificate.validUntil().isAfter(warningEnds),
                revoked == null ? null : revoked.on(),
                revoked == null ? null : revoked.reason(),
                verification,
                certificate.version());
    }
}
