package org.lecturehalls.lecturers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * A certificate will soon be good no more. Told once for each certificate; a second time only when the backend died
 * between telling and noting that it was told.
 *
 * @param number the certificate's
 * @param userId the account its holder signs in with; null when there is none
 * @param region where the holder is at home
 * @param validUntil the last day on which it is good
 */
public record CertificateExpiring(
        String number, String lecturerId, @Nullable String userId, RegionCode region, LocalDate validUntil) {}
