package org.lecturehalls.identity;

import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Mono;

/** What a region in an account stands for today: accounts are Keycloak's, and keep codes that others took the place of. */
public interface RegionClaims {

    /** The present code, which is the claimed one unless it was replaced. */
    Mono<RegionCode> present(RegionCode claimed);
}
