package org.lecturehalls.lecturers.paper;

import java.time.LocalDate;

/**
 * What stands on a certificate.
 *
 * @param hours teaching hours
 * @param validUntil the last day on which it is good
 * @param issuer who signs
 * @param address what the code on the paper opens
 */
public record CertificateText(
        String number,
        String name,
        String cohort,
        LocalDate startsOn,
        LocalDate endsOn,
        int hours,
        LocalDate issuedOn,
        LocalDate validUntil,
        String issuer,
        String address) {}
