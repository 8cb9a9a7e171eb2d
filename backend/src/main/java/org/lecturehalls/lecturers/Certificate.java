package org.lecturehalls.lecturers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.Revision;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A certificate. It says what was true when it was given, so later changes of the cohort change nothing here; the name
 * stands with the lecturer alone, so that a person who is forgotten is forgotten here too.
 *
 * @param id its number
 * @param code whoever knows it has seen the paper
 * @param region where the lecturer was at home then: officers there see it
 * @param issuer the cohort's region: officers there may revoke it
 * @param expiry last day and number, see {@link #expiry(LocalDate, String)}
 * @param validUntil the last day on which it is good
 * @param warning null until its end was near
 */
@Document("certificates")
record Certificate(
        @Id String id,
        String code,
        @Indexed String lecturerId,
        @Indexed String cohortId,
        @Indexed RegionCode region,
        RegionCode issuer,
        Training training,
        LocalDate issuedOn,
        LocalDate validUntil,
        @Indexed(unique = true) String expiry,
        @Nullable Revocation revoked,
        @Nullable Warning warning,
        @Nullable Instant deletedAt,
        Revision revision)
        implements Revised<Certificate> {

    /** What was learned. */
    record Training(String cohort, LocalDate startsOn, LocalDate endsOn, int hours) {}

    /** Why it is good no more. */
    record Revocation(LocalDate on, String reason) {}

    /** Who is telling that it ends soon. */
    record Warning(Instant claimedAt, boolean told) {}

    /** Orders certificates by their end, and for each day tells where those that end on it or later begin. */
    static String expiry(LocalDate validUntil, String number) {
        return validUntil + " " + number;
    }

    Certificate revoked(Revocation revocation) {
        return with(revocation, deletedAt, revision);
    }

    @Override
    public Certificate revised(Revision next, @Nullable Instant deleted) {
        return with(revoked, deleted, next);
    }

    private Certificate with(@Nullable Revocation revocation, @Nullable Instant deleted, Revision next) {
        return new Certificate(
                id,
                code,
                lecturerId,
                cohortId,
                region,
                issuer,
                training,
                issuedOn,
                validUntil,
                expiry,
                revocation,
                warning,
                deleted,
                next);
    }

    CertificateState stateOn(LocalDate day) {
        if (revoked != null) {
            return CertificateState.REVOKED;
        }
        return day.isAfter(validUntil) ? CertificateState.EXPIRED : CertificateState.VALID;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("validUntil", validUntil.toString(), "revocationReason", revoked == null ? "" : revoked.reason());
    }
}
